import { refuse } from '../../../shared/refusal';
import type { DoneRule } from '../../../shared/training/course';
import type { StoredLearning } from '../documents';

/** Refuses unless the lesson's own rule is met at this moment. */
export function checkDone(done: DoneRule, lessonId: string, opened: StoredLearning['opened'], now: Date): void {
  if (done.kind === 'quizPassed') refuse('lesson_by_quiz');
  const at = opened?.lessonId === lessonId ? opened.at : refuse('lesson_not_opened');
  const seconds = done.kind === 'opened' ? done.seconds : 0;
  const left = Math.ceil((Date.parse(at) + seconds * 1000 - now.getTime()) / 1000);
  if (left > 0) refuse('lesson_too_soon', { seconds: left });
}
