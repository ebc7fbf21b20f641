import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { mostFigured } from '../../../shared/training/course-feedback';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { courseOutcomeOf } from '../rules/results';
import { store } from '../store';

/** One request: the latest sessions that are over. */
export const readCourseOutcome: Handler<ClassroomContract['readCourseOutcome']> = async (input, { now }) => {
  const { courseId, branchIds } = input;
  const where = {
    ...{ courseId, state: 'open', sort: is.below(instant(now)) },
    ...(branchIds === null ? {} : { branchId: is.among(branchIds) }),
  };
  const sessions = await store.sessions.list({
    ...{ where, sortedBy: 'sort', direction: 'desc', limit: mostFigured.sessions, fields: ['parts'] as const },
  });
  return { figures: courseOutcomeOf(sessions) };
};
