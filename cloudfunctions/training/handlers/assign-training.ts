import { dayOf, instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { mayAuthor } from '../authoring/draft';
import { assignmentIdOf, fingerprintOf } from '../documents';
import { assignmentView, newAssignment } from '../rules/assignment';
import { store } from '../store';

/** The timer carries it out, beginning with the next minute. */
export const assignTraining: Handler<TrainingContract['assignTraining']> = async (input, { caller, now }) => {
  const { requestId, ...terms } = input;
  const { personId, branchId } = personOf(caller);
  const { reach } = caller;
  const [assignmentId, fingerprint] = [assignmentIdOf(personId, requestId), fingerprintOf(terms)];
  const earlier = await store.assignments.read(assignmentId);
  if (earlier) return earlier.fingerprint === fingerprint ? assignmentView(earlier) : refuse('request_id_reused');
  const { audience, dueOn } = terms;
  const isWide = audience.kind === 'everybody' || audience.kind === 'branch';
  if (isWide && !mayAuthor(caller, audience.kind === 'branch' ? audience.branchId : null)) {
    return refuse('branch_out_of_reach');
  }
  if (dueOn !== null && dueOn < dayOf(now)) return refuse('assignment_due_past');
  const courseIds = [...new Set(terms.courseIds)];
  const where = {
    _id: is.among(courseIds),
    state: 'published',
    branchId: is.among([null, branchId, ...branchesOf(terms, reach)]),
  };
  const courses = await store.courses.list({ where, limit: courseIds.length, fields: ['title'] });
  if (courses.length < courseIds.length) return refuse('course_not_found');
  const assignment = newAssignment(
    { ...terms, courseIds },
    { assignmentId, authorId: personId, fingerprint, titles: courses.map(({ title }) => title), at: instant(now) },
    reach === 'everywhere' ? null : [...reach],
  );
  return (await store.assignments.insert(assignment)) ? assignmentView(assignment) : refuse('wait_and_repeat');
};

/** A course of a branch is given to that branch only. */
const branchesOf = (
  { audience }: { audience: { kind: string; branchId?: string } },
  reach: 'everywhere' | readonly string[],
) => (reach !== 'everywhere' ? reach : audience.branchId === undefined ? [] : [audience.branchId]);
