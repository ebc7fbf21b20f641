import { reaches } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import type { Caller } from '../platform/caller';
import type { EmploymentDocument, PersonDocument } from './documents';
import { finishPending } from './rights/finish-pending';
import { store } from './store';

/** Far more stints than anybody had. */
const stintsShown = 20;

export interface PersonRecord {
  person: PersonDocument;
  /** The latest first. */
  employments: EmploymentDocument[];
  latest: EmploymentDocument;
}

/** A person within reach: where somebody works now decides, not where they once worked. Two requests, side by side. */
export async function findPerson(
  personId: string,
  { reach }: Caller,
  absent: 'person_not_found' | 'employment_not_found' = 'person_not_found',
): Promise<PersonRecord> {
  const [person, employments] = await Promise.all([
    store.persons.read(personId),
    store.employments.list({ where: { personId }, sortedBy: 'stint', direction: 'desc', limit: stintsShown }),
  ]);
  const [latest] = employments;
  if (!person || !latest || !reaches(reach, latest.branchId)) return refuse(absent);
  return { person, employments, latest };
}

/** The same, with whatever an earlier change still had to reach finished first, so that no intent is overwritten. */
export async function findSettledPerson(
  personId: string,
  caller: Caller,
  absent: 'person_not_found' | 'employment_not_found' = 'person_not_found',
): Promise<PersonRecord> {
  const record = await findPerson(personId, caller, absent);
  if ((record.person.pending ?? null) === null) return record;
  await finishPending(record.person);
  return findPerson(personId, caller, absent);
}
