import type { Day } from '../../shared/kernel/scalar';
import type { ColleagueFacts } from '../../shared/people/colleagues';
import { refuse } from '../../shared/refusal';
import { ask } from '../platform/outbox';
import type { Terms } from './rules/session';

/** These colleagues, each of whom has to work here. */
export async function colleaguesOf(personIds: readonly string[], now: Date): Promise<ColleagueFacts[]> {
  const wanted = [...new Set(personIds)];
  const answer = await ask('people', 'readColleagues', { personIds: wanted }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const { items } = answer.data;
  return items.length === wanted.length ? items : refuse('colleague_not_found');
}

/** A session of a course belongs to one that those whom it is for may take. */
export async function checkCourse({ courseId, branchId }: Pick<Terms, 'courseId' | 'branchId'>, now: Date) {
  if (courseId === null) return;
  const answer = await ask('training', 'readOffered', { courseIds: [courseId], branchId }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  if (answer.data.items.length === 0) return refuse('course_not_found');
}

const atOnce = 50;

/** Who of these works here now, or will on a day to come, as far as is known; null when nobody can say. */
export async function presentAmong(personIds: readonly string[], now: Date, on?: Day): Promise<Set<string> | null> {
  const wanted = [...new Set(personIds)];
  const here = new Set<string>();
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = { personIds: wanted.slice(from, from + atOnce), ...(on === undefined ? {} : { on }) };
    const answer = await ask('people', 'readColleagues', some, now);
    if (!answer.ok) return null;
    for (const { personId } of answer.data.items) here.add(personId);
  }
  return here;
}
