import { placeOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Announcement, Duty, Part, StoredSession } from '../documents';
import { partsInOrder } from './place';
import { soonFrom } from './reminder';

/** Something that a session says is still to be told or cleared elsewhere. `at` orders puts and clears of a task. */
export type Errand =
  | { kind: 'announce'; announcement: Announcement }
  | { kind: 'takeOff'; personId: string; at: Instant; isGone: boolean }
  | { kind: 'promote'; part: Part }
  | { kind: 'putOn'; personIds: string[]; at: Instant }
  | { kind: 'duty'; part: Part; duty: Duty };

const latest = (...instants: Instant[]) => instants.reduce((one, other) => (one > other ? one : other));

/** Who is to get the session onto 今天, together where the same moment is the cause. */
function puttingOn(session: StoredSession, seated: readonly Part[]): Errand[] {
  const soon = soonFrom(session.startsAt);
  const byMoment = new Map<Instant, string[]>();
  for (const { personId, joinedAt } of seated.filter((part) => !part.isOnToday && part.signedInAt === null)) {
    // The cause's own moment, not the sweep's: who leaves meanwhile leaves later than that.
    const at = latest(joinedAt, session.changedAt, soon);
    byMoment.set(at, [...(byMoment.get(at) ?? []), personId]);
  }
  return [...byMoment].map(([at, personIds]) => ({ kind: 'putOn', personIds, at }));
}

/** All that is still to be done, as far as it concerns these persons (null: everybody). Empty: the session rests. */
export function errandsOf(session: StoredSession, at: Instant, personIds: readonly string[] | null): Errand[] {
  const { announcements, gone, state, startsAt, changedAt } = session;
  const isMeant = ({ personId }: { personId: string }) => personIds === null || personIds.includes(personId);
  const parts = partsInOrder(session).filter(isMeant);
  const seated = parts.filter(({ personId }) => placeOf(session, personId)?.state === 'seated');
  const left = gone.filter(isMeant).map((one): Errand => ({ kind: 'takeOff', ...one, isGone: true }));
  const announced = personIds === null ? announcements : [];
  const told = announced.map((announcement): Errand => ({ kind: 'announce', announcement }));
  if (state === 'cancelled') {
    const standing = parts.filter(({ isOnToday }) => isOnToday);
    const off = standing.map(({ personId }): Errand => ({ kind: 'takeOff', personId, at: changedAt, isGone: false }));
    return [...told, ...left, ...off];
  }
  const isAhead = at < startsAt;
  const promoted = isAhead ? seated.filter((part) => part.isWaitingStill) : [];
  return [
    ...told,
    ...left,
    ...promoted.map((part): Errand => ({ kind: 'promote', part })),
    ...(isAhead && at >= soonFrom(startsAt) ? puttingOn(session, seated) : []),
    ...parts.flatMap((part) => part.duties.map((duty): Errand => ({ kind: 'duty', part, duty }))),
  ];
}
