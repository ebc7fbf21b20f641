import type { PointCause, PointLedgerEntry } from '../../shared/points/model';
import { dayInWords, momentInWords, todayOf } from './day';
import { figure, signedFigure } from './figure';

/** A line of 积分流水 as a person reads it. */
export interface LedgerLine {
  _id: string;
  cause: string;
  points: string;
  came: boolean;
  at: string;
  balanceAfter: string;
}

/** Why the points moved, in words. */
export function causeInWords(cause: PointCause, now: Date): string {
  switch (cause.kind) {
    case 'checkIn':
      return `签到 · ${dayInWords(cause.day, todayOf(now))}`;
    case 'joined':
      return '欢迎加入';
    case 'redemption':
      return `兑换「${cause.giftName}」`;
    case 'redemptionCancelled':
      return `兑换取消，积分退回 ·「${cause.giftName}」`;
  }
}

export function ledgerLine(entry: PointLedgerEntry, now: Date): LedgerLine {
  return {
    _id: entry._id,
    cause: causeInWords(entry.cause, now),
    points: signedFigure(entry.points),
    came: entry.points >= 0,
    at: momentInWords(entry.at, now),
    balanceAfter: `余额 ${figure(entry.balanceAfter)}`,
  };
}
