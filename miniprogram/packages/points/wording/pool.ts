import type { Pool, PoolState } from '../../../../shared/points/pools';
import { dayInWords, todayOf } from '../../../wording/day';
import { figure } from '../../../wording/figure';
import { fenOf } from '../../../wording/money';

const stateInWords: Record<PoolState, string> = {
  open: '进行中',
  reached: '已凑齐',
  handedOver: '已交付',
  returning: '没有凑成，积分正在退回',
  returned: '没有凑成，积分已退回',
};

/** For HR: what goes into the month's sheet for payroll. */
function valueInWords({ valueFen }: Pool): string {
  return valueFen > 0 ? ` · 价值 ${(valueFen / 100).toFixed(2)} 元` : '';
}

/** A pool as a card. */
export interface PoolCard {
  _id: string;
  name: string;
  description: string;
  kind: string;
  progress: string;
  /** 0 to 100; −1 without a target. */
  percent: number;
  meta: string;
  isOpen: boolean;
  isReached: boolean;
  /** Whether this HR opens and ends it: everything, or what is their own branch's. */
  mayDecide: boolean;
}

/** Who looks at a pool. */
export interface PoolReader {
  isHr: boolean;
  /** The branch whose HR they are; null for everybody else. */
  decidesFor: string | null;
}

export function poolCard(pool: Pool, now: Date, { isHr, decidesFor }: PoolReader): PoolCard {
  const { _id, name, description, kind, targetPoints, perPersonPoints, paidPoints, closesOn, state, closeReason } =
    pool;
  const share = perPersonPoints === null ? '' : ` · 每人最多 ${figure(perPersonPoints)}`;
  const reason = closeReason === null ? '' : `，原因：${closeReason}`;
  const value = isHr || decidesFor !== null ? valueInWords(pool) : '';
  const of = targetPoints === null ? '' : ` / ${figure(targetPoints)}`;
  return {
    _id,
    name,
    description,
    kind: `${kind === 'charity' ? '公益' : '团队礼'} · ${pool.branchId === null ? '全公司' : '分公司'}`,
    progress: `已有 ${figure(paidPoints)}${of} 积分`,
    percent: targetPoints === null ? -1 : Math.floor((paidPoints / targetPoints) * 100),
    meta:
      state === 'open'
        ? `${dayInWords(closesOn, todayOf(now))}截止${share}${value}`
        : `${stateInWords[state]}${reason}${value}`,
    isOpen: state === 'open',
    isReached: state === 'reached',
    mayDecide: isHr || (decidesFor !== null && pool.branchId === decidesFor),
  };
}

const mostValueFen = 10_000_000;

/** What it is worth, as typed in yuan, nothing typed being nothing; null when it is no amount, or too large. */
export function valueFenOf(typed: string): number | null {
  const fen = typed.trim() === '' ? 0 : fenOf(typed);
  return fen !== null && fen <= mostValueFen ? fen : null;
}
