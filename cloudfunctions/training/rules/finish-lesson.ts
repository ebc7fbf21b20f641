import { refuse } from '../../../shared/refusal';
import type { DoneRule } from '../../../shared/training/course';
import type { StoredLearning } from '../documents';

/** How long a lesson that was opened then still has to stay open. */
export function secondsLeft(done: DoneRule, openedAt: string, now: Date): number {
  const seconds = done.kind === 'opened' ? done.seconds : 0;
  return Math.max(0, Math.ceil((Date.parse(openedAt) + seconds * 1000 - now.getTime()) / 1000));
}

/** Refuses unless the lesson's own rule is met at this moment. */
export function checkDone(done: DoneRule, lessonId: string, opened: StoredLearning['opened'], now: Date): void {
  if (done.kind === 'quizPassed') refuse('lesson_by_quiz');
  const at = opened?.lessonId === lessonId ? opened.at : refuse('lesson_not_opened');
  const seconds = secondsLeft(done, at, now);
  if (seconds > 0) refuse('lesson_too_soon', { seconds });
}
