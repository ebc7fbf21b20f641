import type { Instant } from '../../../../shared/kernel/scalar';
import type { BoardThresholds } from '../../../../shared/points/board';

/** The one document of its collection. */
export const thresholdsId = 'thresholds';
/** People of HR who may have themselves told. */
export const mostTold = 50;

/** 提醒线 as stored, with whom to tell. */
export interface StoredThresholds extends BoardThresholds {
  _id: string;
  tellsPersonIds: string[];
  changedBy: string | null;
  changedAt: Instant | null;
  requestId: string | null;
}

/** What holds before HR ever decided: a third of what is issued comes back, and a gift is near within a quarter. */
export const defaultThresholds: StoredThresholds = {
  _id: thresholdsId,
  recoveryBelowPercent: 30,
  topTenthAbovePercent: 50,
  heldAbovePoints: null,
  weeksAbove: 12,
  tellsPersonIds: [],
  changedBy: null,
  changedAt: null,
  requestId: null,
};

export function thresholdsOf(stored: StoredThresholds): BoardThresholds {
  const { recoveryBelowPercent, topTenthAbovePercent, heldAbovePoints, weeksAbove } = stored;
  return { recoveryBelowPercent, topTenthAbovePercent, heldAbovePoints, weeksAbove };
}
