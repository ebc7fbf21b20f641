import { instant, minutesAfter } from '../../shared/kernel/day';
import type { Employment } from '../../shared/people/model';
import { refuse } from '../../shared/refusal';
import { is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import { deliver } from '../platform/outbox';
import { seal } from '../platform/sealed';
import {
  departmentDocument,
  type EmploymentDocument,
  employmentDocument,
  type PersonDocument,
  personDocument,
  personIdOf,
} from './documents';
import { refreshIdentities } from './identity-refresh';
import { latestEmploymentsOf } from './roster/known-people';
import { isAbandoned } from './rules/hire';
import { worksHere } from './rules/works-here';
import { store } from './store';

/** What a first stint writes about the human being. */
export interface NewPerson {
  employeeNumber: string;
  name: string;
  phone: string | null;
}

/** The present employment of a colleague who can be somebody's manager. */
export async function managerOf(personId: string, today: string): Promise<EmploymentDocument> {
  const employment = (await latestEmploymentsOf([personId])).get(personId);
  return employment && worksHere(employment, today) ? employment : refuse('colleague_not_found');
}

export async function ensureDepartment(name: string): Promise<string> {
  const department = departmentDocument(name);
  // Taken means there: the id follows from the name.
  await store.departments.insert(department);
  return department._id;
}

/** Writes the person of a first stint; takes over what a killed adding left behind. */
export async function writeNewPerson({ employeeNumber, name, phone }: NewPerson, now: Date): Promise<void> {
  const _id = personIdOf(employeeNumber);
  const sealed = phone === null ? null : seal(phone, { collection: 'persons', id: _id, field: 'phone' });
  const person: PersonDocument = personDocument({
    ...{ _id, name, birthOn: null, phone: sealed, grants: [], joinedAt: null, lastRequestId: null, version: 1 },
    createdAt: instant(now),
  });
  if (await store.persons.insert(person)) return;
  const { _id: id, ...facts } = person;
  const there = (await store.persons.read(id)) ?? refuse('wait_and_repeat');
  const isSame = there.name === name && there.version === 1;
  if (!isSame && !isAbandoned(there, minutesAfter(now, -1))) refuse('wait_and_repeat');
  await store.persons.changeOne({ _id: id, version: there.version, joinedAt: null }, facts);
}

/** Opens the stint. False when somebody was faster with that number. */
export function openStint(employment: Employment, requestId: string): Promise<boolean> {
  return store.employments.insert({ ...employmentDocument(employment), hireRequests: [requestId] });
}

/** Somebody who returns may have a WeChat that is bound still: it is a new hire's from now on. Safe to repeat. */
export async function welcomeBack({ personId, stint }: Pick<Employment, 'personId' | 'stint'>): Promise<void> {
  if (stint > 1) await refreshIdentities([personId]);
}

/** What follows from another first day: the identity, and the onboarding run. Safe to repeat. */
export async function finishStartMoved(employment: EmploymentDocument, now: Date): Promise<void> {
  const { _id: employmentId, personId, dateOfJoining, startPendingSince = null, version } = employment;
  if (startPendingSince === null || dateOfJoining === null) return;
  await refreshIdentities([personId]);
  const requestId = `start-moved-${employmentId}`.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 64);
  const input = { employmentId, dateOfJoining, at: startPendingSince, requestId };
  if (!(await deliver({ to: 'onboarding', call: 'takeStartMoved', input }, now))) return;
  await store.employments.changeOne({ _id: employmentId, version, startPendingSince }, { startPendingSince: null });
}

/** First days that have come: whoever was 待入职 is 试用 from now on, by the calendar. */
export async function startNewHires(today: string): Promise<number> {
  const found = await store.employments.list({
    // Whoever left before the first day stays 待入职 by the word: fifty of them must not stand in others' way.
    where: { status: 'preboarding', dateOfJoining: is.between('', today), relievingDate: is.notBelow(today) },
    ...{ sortedBy: 'dateOfJoining', limit: 50 },
  });
  for (const { _id, version } of found) {
    await store.employments.changeOne(
      { _id, version, status: 'preboarding' },
      { status: 'probation', version: version + 1 },
    );
  }
  await refreshIdentities(found.map(({ personId }) => personId));
  return found.length;
}

/** First days that were moved, and whose news did not arrive. */
export async function mendMovedStarts(quietSince: string, now: Date): Promise<number> {
  const found = await store.employments.list({ where: { startPendingSince: is.between('', quietSince) }, limit: 50 });
  await oneByOne(found, (employment) => finishStartMoved(employment, now));
  return found.length;
}
