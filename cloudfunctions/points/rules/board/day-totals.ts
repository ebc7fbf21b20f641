import type { IssueSource } from '../../../../shared/points/board';

/** One booked entry, as far as the roll-up counts it. */
export interface CountedEntry {
  points: number;
  pocket: 'spend' | 'give';
  from: string;
  to: string;
  /** Under what it counts when it issues points. */
  source: IssueSource;
}

/** What moved on one day in Asia/Shanghai in the pockets from which people spend. */
export interface DayTotals {
  /** 发放, by source. Points given by a colleague count when they can be spent, not when they can be given. */
  issued: Readonly<Partial<Record<IssueSource, number>>>;
  /** 兑换: what went to the mall. */
  redeemed: number;
  /** 退回: what came back from it. */
  refunded: number;
  /** 捐赠 */
  donated: number;
  /** 过期 */
  expired: number;
  /** 作废; what a void gave back counts against it. */
  voided: number;
  entries: number;
}

export const noTotals: DayTotals = {
  issued: {},
  redeemed: 0,
  refunded: 0,
  donated: 0,
  expired: 0,
  voided: 0,
  entries: 0,
};

/** The totals with one more entry. Which counter it moves follows from the two parties that it names. */
export function withEntry(totals: DayTotals, { points, pocket, from, to, source }: CountedEntry): DayTotals {
  const counted = { ...totals, entries: totals.entries + 1 };
  if (pocket === 'give') return counted;
  const party = from === 'person' ? to : from;
  switch (party) {
    case 'issue':
    case 'transit':
      return { ...counted, issued: { ...totals.issued, [source]: (totals.issued[source] ?? 0) + points } };
    case 'mall':
      return points < 0
        ? { ...counted, redeemed: totals.redeemed - points }
        : { ...counted, refunded: totals.refunded + points };
    case 'charity':
      return { ...counted, donated: totals.donated - points };
    case 'expired':
      return { ...counted, expired: totals.expired - points };
    default:
      return { ...counted, voided: totals.voided - points };
  }
}

export function issuedIn({ issued }: Pick<DayTotals, 'issued'>): number {
  return Object.values(issued).reduce((sum, points) => sum + points, 0);
}

/** By how much what all people can spend changed. */
export function heldChange(totals: DayTotals): number {
  const { redeemed, refunded, donated, expired, voided } = totals;
  return issuedIn(totals) - redeemed + refunded - donated - expired - voided;
}

/** 回收率: what came back through mall and charity, in percent of what was issued; null when nothing was issued. */
export function recoveryPercent(
  days: readonly Pick<DayTotals, 'issued' | 'redeemed' | 'refunded' | 'donated'>[],
): number | null {
  const issued = days.reduce((sum, totals) => sum + issuedIn(totals), 0);
  const recovered = days.reduce((sum, { redeemed, refunded, donated }) => sum + redeemed - refunded + donated, 0);
  return issued <= 0 ? null : Math.round((recovered / issued) * 100);
}
