import type { AlarmKind, BoardThresholds } from '../../../../shared/points/board';

/** The figures that thresholds are compared with. */
export interface BoardFigures {
  /** 回收率 of the last 30 days; null when nothing was issued. */
  recoveryPercent: number | null;
  topTenthPercent: number;
  held: number;
  /** Weeks to the cheapest gift on sale for the person in the middle; null without gifts or earnings. */
  weeksToCheapest: number | null;
}

/** An alarm is raised beyond a threshold, not at it; a figure that there is not raises none. */
export function alarmsOf(figures: BoardFigures, thresholds: BoardThresholds): AlarmKind[] {
  const isBelow = (figure: number | null, limit: number | null) => figure !== null && limit !== null && figure < limit;
  const isAbove = (figure: number | null, limit: number | null) => figure !== null && limit !== null && figure > limit;
  return [
    ...(isBelow(figures.recoveryPercent, thresholds.recoveryBelowPercent) ? (['recoveryLow'] as const) : []),
    ...(isAbove(figures.topTenthPercent, thresholds.topTenthAbovePercent) ? (['concentrationHigh'] as const) : []),
    ...(isAbove(figures.held, thresholds.heldAbovePoints) ? (['heldHigh'] as const) : []),
    ...(isAbove(figures.weeksToCheapest, thresholds.weeksAbove) ? (['giftsFar'] as const) : []),
  ];
}
