import { type PlaceState, partOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Gone, Place, SignUp, StoredActivity } from '../documents';

/** Somebody whose fee, enrolment and messages do not yet say what the order says. */
export interface Unsettled extends Place {
  state: PlaceState;
  joinedAs: SignUp['joinedAs'];
}

/** In the order of sign-ups. Once the activity has begun nobody who waited is moved up any more. */
export function unsettledOf(
  { memberIds, parts, quota, startsAt }: Pick<StoredActivity, 'memberIds' | 'parts' | 'quota' | 'startsAt'>,
  at: Instant,
): Unsettled[] {
  return memberIds.flatMap((personId, index): Unsettled[] => {
    const part = parts[partOf(personId)];
    const state = index < quota ? 'seated' : 'waiting';
    if (!part || part.settledAs === state) return [];
    const { key, joinedAs } = part;
    const isTooLate = at >= startsAt && state === 'seated' && joinedAs === 'waiting';
    return isTooLate ? [] : [{ personId, key, state, joinedAs }];
  });
}

/** Everybody who has a place, as if all left at this moment. */
export function goneOf(
  { memberIds, parts, quota, feePoints }: Pick<StoredActivity, 'memberIds' | 'parts' | 'quota' | 'feePoints'>,
  at: Instant,
): Gone[] {
  return memberIds.flatMap((personId, index): Gone[] => {
    const key = parts[partOf(personId)]?.key;
    return key === undefined ? [] : [{ personId, key, isOwed: index < quota && feePoints > 0, at }];
  });
}
