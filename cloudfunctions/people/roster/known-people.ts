import { is } from '../../platform/db';
import { unseal } from '../../platform/sealed';
import type { EmploymentDocument, PersonDocument, RecordSnapshot } from '../documents';
import type { KnownName } from '../rules/roster/manager-name';
import { store } from '../store';
import { askInChunks } from './chunks';

/** Numbers a request: with up to five stints each, the answer stays within the 1,000 documents of a list. */
const numbersAtOnce = 200;
const idsAtOnce = 500;
const namesAtOnce = 100;
const listLimit = 1000;

export type KnownPeople = ReadonlyMap<string, { employment: EmploymentDocument; person: PersonDocument }>;

const hasLeft = ({ status }: EmploymentDocument) => status === 'left' || status === 'alumni';

/** The later stint of two. */
function latestBy<Key>(employments: readonly EmploymentDocument[], keyOf: (employment: EmploymentDocument) => Key) {
  const latest = new Map<Key, EmploymentDocument>();
  for (const employment of employments) {
    const other = latest.get(keyOf(employment));
    if (!other || other.stint < employment.stint) latest.set(keyOf(employment), employment);
  }
  return latest;
}

/** The latest stint under each employee number. */
export async function latestEmployments(numbers: Iterable<string>): Promise<Map<string, EmploymentDocument>> {
  const found = await askInChunks(numbers, numbersAtOnce, (chunk) =>
    store.employments.list({ where: { employeeNumber: is.among(chunk) }, limit: listLimit }),
  );
  return latestBy(found, ({ employeeNumber }) => employeeNumber);
}

/** The latest stint of each person. */
export async function latestEmploymentsOf(personIds: Iterable<string>): Promise<Map<string, EmploymentDocument>> {
  const found = await askInChunks(personIds, numbersAtOnce, (chunk) =>
    store.employments.list({ where: { personId: is.among(chunk) }, limit: listLimit }),
  );
  return latestBy(found, ({ personId }) => personId);
}

export async function personsById(personIds: Iterable<string>): Promise<Map<string, PersonDocument>> {
  const found = await askInChunks(personIds, idsAtOnce, (chunk) =>
    store.persons.list({ where: { _id: is.among(chunk) }, limit: idsAtOnce }),
  );
  return new Map(found.map((person) => [person._id, person]));
}

/** Who is known under each of these numbers. */
export async function knownPeople(numbers: Iterable<string>): Promise<KnownPeople> {
  const employments = await latestEmployments(numbers);
  const persons = await personsById([...employments.values()].map(({ personId }) => personId));
  return new Map(
    [...employments].flatMap(([number, employment]) => {
      const person = persons.get(employment.personId);
      return person ? [[number, { employment, person }] as const] : [];
    }),
  );
}

export type ManagerCandidate = KnownName & { employmentId: string; personId: string };

/** Everybody with one of these names, with the latest stint. */
export async function peopleNamed(names: Iterable<string>): Promise<Map<string, ManagerCandidate[]>> {
  const found = await askInChunks(names, namesAtOnce, (chunk) =>
    store.employments.list({ where: { personName: is.among(chunk) }, limit: listLimit }),
  );
  const byName = new Map<string, ManagerCandidate[]>();
  for (const employment of latestBy(found, ({ employeeNumber }) => employeeNumber).values()) {
    const { personName: name, employeeNumber, personId, _id: employmentId } = employment;
    const known = { name, employeeNumber, left: hasLeft(employment), employmentId, personId };
    byName.set(name, [...(byName.get(name) ?? []), known]);
  }
  return byName;
}

/** A person's phone in full, for comparing only. */
export function phoneOf({ _id, phone }: RecordSnapshot['person']): string | null {
  return phone === null ? null : unseal(phone, { collection: 'persons', id: _id, field: 'phone' });
}
