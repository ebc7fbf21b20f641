import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import type { StoredPool } from '../rules/pool';
import { pools, shares } from '../store';
import { factIdOf, tellPersons } from './tell-persons';

const poolsAtOnce = 20;
/** As many shares as one message may have receivers. */
const sharesAtOnce = 100;
/** Messages of one pool within one minute or call. */
const pages = 5;

/** What those who paid are told of how a pool ended; null where nothing is to be told. */
function wordsFor({ kind, state, name, paidPoints, closeReason }: StoredPool) {
  const isCharity = kind === 'charity';
  switch (state) {
    case 'reached':
      return isCharity
        ? { title: '公益募集结束了', line: `「${name}」共收到 ${paidPoints} 积分，谢谢你。` }
        : { title: '一起凑成了', line: `「${name}」凑齐了，HR 接下来会办好。` };
    case 'handedOver':
      return isCharity
        ? { title: '公益积分已送达', line: `「${name}」已由 HR 送达，谢谢你。` }
        : { title: '一起凑的礼物到了', line: `「${name}」已经交付，谢谢大家。` };
    case 'returning':
    case 'returned': {
      const why = closeReason ?? '到截止日还没有凑齐';
      return { title: '一起凑没有成，积分退回', line: `「${name}」：${why}。你付的积分原样退回。` };
    }
    case 'open':
      return null;
  }
}

/**
 * Tells everybody who paid how a pool ended, a hundred shares at a time; where it stands is kept in the pool. Waits
 * while somebody's payment is still on its way. True once all know.
 */
export async function tellPool(closed: StoredPool, now: Date): Promise<boolean> {
  let pool = closed;
  for (let page = 0; page < pages && pool.tellSince !== null; page += 1) {
    const { _id, state, tellSince, toldUntil } = pool;
    const words = wordsFor(pool);
    if (!words || pool.claims.length > 0) return false;
    const where = { poolId: _id, _id: is.above(toldUntil) };
    const paid = await shares.list({ where, sortedBy: '_id', limit: sharesAtOnce });
    const personIds = [...new Set(paid.map(({ personId }) => personId))];
    // By its words: all is given back while it is told, and that is no other message.
    const factId = factIdOf('pool', _id, words.title);
    const told = { factId, personIds, ...words, page: '/packages/points/pages/pools/pools' };
    if (personIds.length > 0 && !(await tellPersons(told, now))) return false;
    const next = paid.length < sharesAtOnce ? { tellSince: null } : { toldUntil: paid.at(-1)?._id ?? toldUntil };
    const kept = await pools.changeOne({ _id, state, tellSince, toldUntil }, next);
    if (!kept) return false;
    pool = kept;
  }
  return pool.tellSince === null;
}

/** What was left behind, and pools whose last payment came in only after they were closed. */
export async function tellPools(now: Date): Promise<number> {
  const where = { tellSince: is.between('', instant(now)) };
  const closed = await pools.list({ where, sortedBy: 'tellSince', limit: poolsAtOnce });
  let told = 0;
  for (const pool of closed) if (await tellPool(pool, now)) told += 1;
  return told;
}
