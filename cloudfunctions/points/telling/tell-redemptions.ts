import { instant } from '../../../shared/kernel/day';
import type { RedemptionHanding } from '../../../shared/points/model';
import { is } from '../../platform/db';
import type { StoredRedemption } from '../rules/redemption';
import { redemptions } from '../store';
import { factIdOf, tellPersons } from './tell-persons';

/** What one minute makes up for; the rest waits for the next. */
const redemptionsAtOnce = 50;

const sentWords: Record<RedemptionHanding, string> = { pickUp: '发放', delivery: '寄出', code: '查看' };

/** What somebody is told of how their redemption ended; null while it has not. */
function wordsFor({ state, giftName, costPoints, handing, cancelReason }: StoredRedemption) {
  const back = `「${giftName}」：${cancelReason ?? ''}。${costPoints} 积分退回给你。`;
  switch (state) {
    case 'fulfilled':
      return { title: '兑换的礼品已发放', line: `「${giftName}」已${sentWords[handing]}，希望你喜欢。` };
    case 'cancelled':
      return { title: '兑换已取消，积分退回', line: back };
    case 'refunded':
      return { title: '兑换已退回，积分退回', line: back };
    case 'reserved':
      return null;
  }
}

/** Tells somebody what HR did with their redemption. The intent goes once `today` has it; the sweep tells the rest. */
export async function tellRedemption(redemption: StoredRedemption, now: Date): Promise<boolean> {
  const { _id, personId, state, tellSince } = redemption;
  const words = wordsFor(redemption);
  if (tellSince === null || !words) return true;
  const page = `/packages/points/pages/redemption/redemption?id=${_id}`;
  const isTold = await tellPersons(
    { factId: factIdOf('redemption', _id, state), personIds: [personId], ...words, page },
    now,
  );
  if (isTold) await redemptions.changeOne({ _id, state, tellSince }, { tellSince: null });
  return isTold;
}

/** What was left behind, by a killed function or because nobody could be told. */
export async function tellRedemptions(now: Date): Promise<number> {
  const where = { tellSince: is.between('', instant(now)) };
  const closed = await redemptions.list({ where, sortedBy: 'tellSince', limit: redemptionsAtOnce });
  let told = 0;
  for (const redemption of closed) if (await tellRedemption(redemption, now)) told += 1;
  return told;
}
