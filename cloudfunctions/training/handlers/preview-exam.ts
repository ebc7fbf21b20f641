import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { shownAttempt } from '../exam/shown-attempt';
import { previewedAttempt } from '../rules/preview-exam';

/** Nothing is drawn for anybody and nothing is counted. */
export const previewExam: Handler<TrainingContract['previewExam']> = async (input, { caller, now }) => {
  const { courseId, seed, answers } = input;
  const course = await authoredCourse(courseId, caller);
  return shownAttempt(previewedAttempt(course, seed, answers, now) ?? refuse('exam_none'), now);
};
