import { type PlaceState, partOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Part, StoredSession } from '../documents';

/** Everybody with a place, in the order of sign-ups. */
export function partsInOrder({ memberIds, parts }: Pick<StoredSession, 'memberIds' | 'parts'>): Part[] {
  return memberIds.flatMap((personId) => parts[partOf(personId)] ?? []);
}

/** What somebody's part is when they sign up. */
export function newPart(
  person: { personId: string; name: string; departmentName: string },
  key: string,
  state: PlaceState,
  joinedAt: Instant,
): Part {
  const { personId, name, departmentName } = person;
  return {
    ...{ personId, name, departmentName, key, joinedAt, isWaitingStill: state === 'waiting', isOnToday: false },
    ...{ signedInAt: null, signedInBy: null, lateMinutes: null, feedback: null, result: null, duties: [] },
  };
}
