import type { EmploymentFacts } from '../../shared/people/leavers';
import { refuse } from '../../shared/refusal';
import { ask } from '../platform/outbox';
import { seal } from '../platform/sealed';
import { carryOut } from './change-separation';
import { onlyId, type StoredRow, type StoredSeparation, sealedPlace } from './documents';
import { templateRows } from './rules/acknowledge';
import type { Leaver } from './rules/begin';
import { store } from './store';

/** What `people` knows about an employment. */
export async function factsOf(employmentId: string, now: Date): Promise<EmploymentFacts | null> {
  const answer = await ask('people', 'readEmploymentFacts', { employmentIds: [employmentId] }, now);
  return answer.ok ? (answer.data.items[0] ?? null) : refuse('wait_and_repeat');
}

export function leaverOf(facts: EmploymentFacts): Leaver {
  const { employmentId, personId, name: personName, employeeNumber, branchId, departmentName, position } = facts;
  const { managerPersonId, dateOfJoining } = facts;
  return {
    ...{ employmentId, personId, personName, employeeNumber, branchId, departmentName, position },
    ...{ managerPersonId, dateOfJoining },
  };
}

/** The rows that a leaving begins with today: it keeps them whatever becomes of the template. */
export async function rowsToday(today: string): Promise<StoredRow[]> {
  const template = await store.templates.read(onlyId);
  return templateRows(template?.rows, today);
}

export const sealedText = (id: string, field: 'words' | 'note', text: string) =>
  text === '' ? null : seal(text, sealedPlace(id, field));

/** Writes a leaving that begins. Somebody who is leaving already does not leave a second time. */
export async function begin(separation: StoredSeparation, now: Date): Promise<StoredSeparation> {
  if (!(await store.separations.insert(separation))) {
    const earlier = await store.separations.read(separation._id);
    return earlier ?? refuse('leaving_open_already');
  }
  await carryOut(separation, now);
  return (await store.separations.read(separation._id)) ?? separation;
}
