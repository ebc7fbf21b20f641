import type { PlaceState } from '../../../shared/classroom/session';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Part, StoredSession } from '../documents';

/** Under which name a person's part stands: a path of the database ends at a dot. */
export const partOf = (personId: string) => personId.replaceAll('.', '~');

type Order = Pick<StoredSession, 'memberIds' | 'quota'>;

/** Whether somebody has a seat or waits, by the order of sign-ups; null for who has no place. */
export function placeOf({ memberIds, quota }: Order, personId: string): { state: PlaceState; index: number } | null {
  const index = memberIds.indexOf(personId);
  if (index < 0) return null;
  return { index, state: index < quota ? 'seated' : 'waiting' };
}

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
