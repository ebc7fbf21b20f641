import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { type Completion, mostSampled } from '../../../shared/training/figures';
import { smallestGroup } from '../../../shared/training/learning';
import { is, type Where } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { heldStates, offeredCourse } from '../learning/seen-course';
import { examFigures, questionFigures, stopsOf } from '../rules/figures';
import { versionIdOf } from '../rules/ids';
import { store } from '../store';

/** Six requests at once behind the course's own, however many learn. HR of a branch sees the figures of the branch. */
export const readCourseFigures: Handler<TrainingContract['readCourseFigures']> = async ({ courseId }, { caller }) => {
  const { reach } = caller;
  const course = await offeredCourse(courseId);
  if (!course?.published) return refuse('course_not_found');
  if (course.branchId !== null && !reaches(reach, course.branchId)) return refuse('course_not_found');
  const { published } = course;
  const { version, title } = published;
  const whose = { courseId, ...(reach === 'everywhere' ? {} : { branchId: is.among([...reach]) }) };
  const latest = { direction: 'desc', limit: mostSampled } as const;
  const [completion, underWay, attempts, paper] = await Promise.all([
    completionOf(whose),
    store.learnings.list({
      ...{ ...latest, where: { ...whose, state: 'learning', version }, sortedBy: 'sort', fields: ['facts'] as const },
    }),
    store.attempts.list({
      ...{ ...latest, where: { ...whose, version, number: 1, state: 'judged' }, sortedBy: 'startedAt' },
      fields: ['drawnIds', 'rightIds', 'percent', 'isPassed'] as const,
    }),
    store.papers.read(versionIdOf(courseId, version)),
  ]);
  return {
    ...{ title, completion, stops: stopsOf(published, underWay), exam: examFigures(attempts) },
    questions: questionFigures(paper?.bank ?? [], attempts),
  };
};

async function completionOf(whose: Where): Promise<Completion | null> {
  const [learners, assigned, passed] = await Promise.all([
    store.learnings.count({ ...whose, state: is.among(heldStates) }),
    store.learnings.count({ ...whose, state: 'assigned' }),
    store.learnings.count({ ...whose, state: 'passed' }),
  ]);
  if (learners < smallestGroup) return null;
  return { learners, assigned, passed, learning: Math.max(0, learners - assigned - passed) };
}
