import { mostSeats } from '../../../shared/classroom/session';
import { partOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import type { StoredSession } from '../documents';
import { nextParts } from './placing';
import { absenteesOf } from './results';
import { type Arranging, newSession, type Terms, whenAndWhere } from './session';

/** The same course for everybody who missed it and still works here, each with a place already. */
export function makeUpSession(
  missed: StoredSession,
  when: Pick<Terms, 'place' | 'startsAt' | 'endsAt'>,
  {
    keyOf,
    isHere,
    ...arranging
  }: Omit<Arranging, 'trainers' | 'makesUpForId'> & {
    keyOf: (personId: string) => string;
    isHere: (personId: string) => boolean;
  },
): StoredSession {
  const at = arranging.now.toISOString();
  if (missed.state === 'cancelled') refuse('session_cancelled');
  if (at <= missed.endsAt) refuse('session_not_over');
  const absent = absenteesOf(missed).filter(({ personId }) => isHere(personId));
  if (absent.length === 0) refuse('session_nobody_absent');
  const { _id, title, about, quota, hours, branchId, courseId, trainers } = missed;
  const seats = Math.min(mostSeats, Math.max(quota, absent.length));
  const terms = { title, about, hours, branchId, courseId, quota: seats, ...when };
  const session = newSession(terms, { ...arranging, trainers, makesUpForId: _id });
  const people = absent.map((person) => ({ person, key: keyOf(person.personId) }));
  const memberIds = absent.map(({ personId }) => personId);
  const placed = Object.values(nextParts(session.quota, people, at));
  const asked = { id: `${session._id}.m0`, title: `补课：${title}`, line: whenAndWhere(when), personIds: memberIds };
  return {
    ...session,
    ...{ memberIds, seatsLeft: session.quota - memberIds.length },
    parts: Object.fromEntries(placed.map((part) => [partOf(part.personId), part])),
    announcements: [...session.announcements, asked],
  };
}
