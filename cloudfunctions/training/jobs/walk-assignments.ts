import { dayOf, instant } from '../../../shared/kernel/day';
import type { ColleagueFacts } from '../../../shared/people/colleagues';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask } from '../../platform/outbox';
import type { StoredAssignment } from '../documents';
import { enrolPersons } from '../enrolling/enrol-persons';
import { isMeant, nextWalk } from '../rules/assignment';
import { store } from '../store';

const atOnce = 5;
const colleaguesAtOnce = 50;
/** Pages a minute and assignment: a thousand colleagues have their course within five minutes. */
const pagesAtOnce = 4;
const nightsAtOnce = 50;

/** Goes over the colleagues; where it was cut off it goes on, and nobody gets a course twice. */
export async function walkAssignments(now: Date): Promise<number> {
  await wakeAtNight(now);
  const where = { walkSince: is.between('', instant(now)) };
  const found = await store.assignments.list({ where, limit: atOnce });
  await oneByOne(found, (assignment) => walk(assignment, now));
  return found.length;
}

/** Every night again, for those who came since. */
async function wakeAtNight(now: Date): Promise<void> {
  const today = dayOf(now);
  const found = await store.assignments.list({ where: { walkOn: is.between('', today) }, limit: nightsAtOnce });
  for (const assignment of found) {
    const { _id, walkOn } = assignment;
    const again = { walkSince: instant(now), cursor: null, walkOn: nextWalk(assignment, today) };
    await store.assignments.changeOne({ _id, walkOn, walkSince: null }, again);
  }
}

async function pageOf({ audience, cursor }: StoredAssignment, now: Date) {
  if (audience.kind !== 'persons') {
    const after = cursor === null ? {} : { cursor };
    return ask('people', 'listColleagues', { limit: colleaguesAtOnce, ...after }, now);
  }
  const answer = await ask('people', 'readColleagues', { personIds: audience.personIds }, now);
  return answer.ok ? { ...answer, data: { items: answer.data.items, next: null } } : answer;
}

async function walk(first: StoredAssignment, now: Date): Promise<void> {
  let assignment = first;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const answer = await pageOf(assignment, now);
    if (!answer.ok) return;
    const { items, next } = answer.data;
    const fresh = await enrolPage(assignment, items, now);
    const change = { reached: by.adding(fresh), cursor: next, ...(next === null ? { walkSince: null } : {}) };
    const { _id, cursor } = assignment;
    const changed = await store.assignments.changeOne({ _id, cursor, walkSince: first.walkSince }, change);
    if (!changed || next === null) return;
    assignment = changed;
  }
}

/** How many persons count as reached: those of the first walk. */
async function enrolPage(assignment: StoredAssignment, colleagues: readonly ColleagueFacts[], now: Date) {
  const { _id, authorId, courseIds, dueOn } = assignment;
  const meant = colleagues.filter((colleague) => isMeant(assignment, colleague));
  const learners = meant.map(({ personId, name, departmentName, branchId }) => ({
    ...{ personId, name, departmentName, branchId },
  }));
  if (learners.length === 0) return 0;
  await enrolPersons({ learners, courseIds, dueOn, cause: _id, givenById: authorId }, now);
  return assignment.createdAt === assignment.walkSince ? learners.length : 0;
}
