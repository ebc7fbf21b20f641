import type { Instant } from '../../shared/kernel/scalar';
import { by, type Change } from '../platform/db';
import { takenPaths } from './rules/taken';

/** Counts a piece in or out of an account, under the month and year in which it was redeemed. */
export function countTaken({ giftId, at }: { giftId: string; at: Instant }, pieces: 1 | -1): Change {
  return Object.fromEntries(Object.values(takenPaths(giftId, at)).map((path) => [path, by.adding(pieces)]));
}
