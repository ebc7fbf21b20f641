import { minutesAfter } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';

/** 兑换码: one piece of a gift that is handed over as a code. */
export interface StoredCode {
  /** `<gift>.<fingerprint of the code>`: the same code comes in once. */
  _id: string;
  giftId: string;
  /** The batch in which it came in (`batchOf`). */
  batch: string;
  /** The code itself; null once it was revealed and can no longer be asked for again. */
  sealed: string | null;
  /** Whose it is, for good; null while it is free. */
  redemptionId: string | null;
  claimedAt: Instant | null;
  /** From when it is no longer kept; null while it is free, and afterwards. */
  eraseAfter: Instant | null;
}

/** Each time that codes are brought in has a batch of its own: whatever comes later cannot count for an earlier one. */
export const batchOf = (requestId: string, traceId: string) => `${requestId}.${traceId}`;

/** Where a code is sealed; it opens only there. */
export const codePlace = (codeId: string) => ({ collection: 'giftCodes', id: codeId, field: 'sealed' });

/** Taken by a redemption, and kept for so many minutes more. */
export function claim(redemptionId: string, at: Instant, keptMinutes: number) {
  return { redemptionId, claimedAt: at, eraseAfter: minutesAfter(new Date(at), keptMinutes) };
}
