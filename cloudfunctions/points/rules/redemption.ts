import type { Instant } from '../../../shared/kernel/scalar';
import type { Redemption } from '../../../shared/points/model';

/** 兑换单 as stored. */
export interface StoredRedemption extends Redemption {
  /** Order of the lists: `<at>.<_id>`. */
  sort: string;
  requestId: string;
  /** The reserved piece that was paid for: it tells this redemption from a much later replay of the same request. */
  reservation: string;
  /** The request that fulfilled or cancelled it. */
  closedBy: string | null;
  /** Since when points and piece are on their way back; null when nothing is. */
  returningSince: Instant | null;
}

/** What callers see of a stored redemption. */
export function redemptionView(stored: StoredRedemption): Redemption {
  const { sort, requestId, reservation, closedBy, returningSince, ...redemption } = stored;
  return redemption;
}

/** Cancelled by this request, with the intent to bring back points and piece in the same stroke. */
export function cancellation(reason: string, requestId: string, at: Instant) {
  return {
    state: 'cancelled',
    cancelReason: reason,
    closedAt: at,
    closedBy: requestId,
    returningSince: at,
  } as const;
}
