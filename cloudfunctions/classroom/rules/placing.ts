import { mostWaiting } from '../../../shared/classroom/session';
import { partOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import type { ColleagueFacts } from '../../../shared/people/colleagues';
import { refuse } from '../../../shared/refusal';
import type { Part, StoredSession } from '../documents';
import { newPart } from './place';
import { checkNotBegun, whenAndWhere } from './session';

/** Somebody to be placed, and the key that the sign-up has. */
interface Placing {
  person: Pick<ColleagueFacts, 'personId' | 'name' | 'departmentName'>;
  key: string;
}

/** The parts of people who get the next places in this order. */
export function nextParts(seatsLeft: number, people: readonly Placing[], at: Instant): Record<string, Part> {
  const parts = people.map(({ person, key }, index) => [
    `parts.${partOf(person.personId)}`,
    newPart(person, key, index < seatsLeft ? 'seated' : 'waiting', at),
  ]);
  return Object.fromEntries(parts) as Record<string, Part>;
}

/** How a session changes when HR places these colleagues; null when each has a place, or gave up this very one. */
export function placing(session: StoredSession, asked: readonly Placing[], at: Instant) {
  const { _id, title, memberIds, leftKeys, seatsLeft, version, gone } = session;
  const people = asked.filter(({ person, key }) => !memberIds.includes(person.personId) && !leftKeys.includes(key));
  if (people.length === 0) return null;
  checkNotBegun(session, at);
  if (people.length > seatsLeft + mostWaiting) refuse('waiting_list_full');
  const personIds = people.map(({ person }) => person.personId);
  const [first] = people;
  return {
    parts: nextParts(seatsLeft, people, at),
    memberIds: personIds,
    gone: gone.filter(({ personId }) => !personIds.includes(personId)),
    announcement: {
      ...{ id: `${_id}.${first?.key ?? version}`, title: `请你来上课：${title}` },
      ...{ line: whenAndWhere(session), personIds },
    },
    ...{ seatsLeft: seatsLeft - people.length, version: version + 1, pendingSince: at },
  };
}
