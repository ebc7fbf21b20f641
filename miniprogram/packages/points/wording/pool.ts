import type { Pool, PoolState } from '../../../../shared/points/pools';
import { dayInWords, todayOf } from '../../../wording/day';
import { figure } from '../../../wording/figure';

const stateInWords: Record<PoolState, string> = {
  open: '进行中',
  reached: '已凑齐',
  handedOver: '已交付',
  returning: '没有凑成，积分正在退回',
  returned: '没有凑成，积分已退回',
};

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
}

export function poolCard(pool: Pool, now: Date): PoolCard {
  const { _id, name, description, kind, targetPoints, perPersonPoints, paidPoints, closesOn, state, closeReason } =
    pool;
  const share = perPersonPoints === null ? '' : ` · 每人最多 ${figure(perPersonPoints)}`;
  const reason = closeReason === null ? '' : `，原因：${closeReason}`;
  const of = targetPoints === null ? '' : ` / ${figure(targetPoints)}`;
  return {
    _id,
    name,
    description,
    kind: kind === 'charity' ? '公益' : '团队礼',
    progress: `已有 ${figure(paidPoints)}${of} 积分`,
    percent: targetPoints === null ? -1 : Math.floor((paidPoints / targetPoints) * 100),
    meta: state === 'open' ? `${dayInWords(closesOn, todayOf(now))}截止${share}` : `${stateInWords[state]}${reason}`,
    isOpen: state === 'open',
    isReached: state === 'reached',
  };
}
