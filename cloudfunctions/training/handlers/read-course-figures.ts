import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { mostFigured, smallestGroup } from '../../../shared/training/course-feedback';
import { type Completion, mostSampled } from '../../../shared/training/figures';
import { is, type Where } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { heldStates, offeredCourse } from '../learning/seen-course';
import { feedbackFigures } from '../rules/course-feedback';
import { examFigures, questionFigures, stopsOf } from '../rules/figures';
import { versionIdOf } from '../rules/ids';
import { store } from '../store';

/**
 * Seven requests at once behind the course's own, and what the classroom says, however many learn. HR of a branch sees
 * the figures of the branch.
 */
export const readCourseFigures: Handler<TrainingContract['readCourseFigures']> = async (
  { courseId },
  { caller, now },
) => {
  const { reach } = caller;
  const course = await offeredCourse(courseId);
  if (!course?.published) return refuse('course_not_found');
  if (course.branchId !== null && !reaches(reach, course.branchId)) return refuse('course_not_found');
  const { published } = course;
  const { version, title } = published;
  const whose = { courseId, ...(reach === 'everywhere' ? {} : { branchId: is.among([...reach]) }) };
  const latest = { direction: 'desc', limit: mostSampled } as const;
  const asked = { courseId, branchIds: reach === 'everywhere' ? null : [...reach] };
  const [completion, underWay, attempts, paper, given, outcome] = await Promise.all([
    completionOf(whose),
    store.learnings.list({
      ...{
        ...latest,
        where: { ...whose, isGone: false, state: 'learning', version },
        sortedBy: 'sort',
        fields: ['facts'] as const,
      },
    }),
    store.attempts.list({
      ...{ ...latest, where: { ...whose, version, number: 1, state: 'judged' }, sortedBy: 'startedAt' },
      fields: ['drawnIds', 'rightIds', 'percent', 'isPassed'] as const,
    }),
    store.papers.read(versionIdOf(courseId, version)),
    store.learnings.list({
      ...{ direction: 'desc', limit: mostFigured.answers, where: { ...whose, feedbackAt: is.above('') } },
      ...{ sortedBy: 'feedbackAt', fields: ['feedback'] as const },
    }),
    ask('classroom', 'readCourseOutcome', asked, now),
  ]);
  if (!outcome.ok) return refuse('wait_and_repeat');
  return {
    ...{ title, completion, stops: stopsOf(published, underWay), exam: examFigures(attempts) },
    questions: questionFigures(paper?.bank ?? [], attempts),
    feedback: feedbackFigures(given.flatMap(({ feedback }) => feedback ?? [])),
    sessions: outcome.data.figures,
  };
};

async function completionOf(whose: Where): Promise<Completion | null> {
  const present = { ...whose, isGone: false };
  const [learners, assigned, passed] = await Promise.all([
    store.learnings.count({ ...present, state: is.among(heldStates) }),
    store.learnings.count({ ...present, state: 'assigned' }),
    store.learnings.count({ ...present, state: 'passed' }),
  ]);
  if (learners < smallestGroup) return null;
  return { learners, assigned, passed, learning: Math.max(0, learners - assigned - passed) };
}
