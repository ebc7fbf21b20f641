import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { begunLearning, pinnedVersion } from '../learning/begun';
import { recordFact } from '../learning/record-fact';
import { putQuiz } from '../rules/draw';
import { lessonIdOf } from '../rules/ids';
import { percentOf, reviewOf } from '../rules/judging';
import { standOf } from '../rules/views';
import { store } from '../store';

/** A quiz is for learning: the right answers are shown with its result, passed or not. */
export const answerQuiz: Handler<TrainingContract['answerQuiz']> = async (input, { caller, now }) => {
  const { courseId, lessonId, answers } = input;
  const { personId } = personOf(caller);
  const { learning, version } = await begunLearning(personId, courseId);
  const [demands, lesson] = await Promise.all([
    pinnedVersion(courseId, version),
    store.lessons.read(lessonIdOf(courseId, version, lessonId)),
  ]);
  if (lesson?.body.kind !== 'quiz' || lesson.done.kind !== 'quizPassed') return refuse('lesson_not_found');
  const drawn = putQuiz(lesson.body.questions);
  if (answers.length !== drawn.length) return refuse('quiz_answers_missing');
  const percent = percentOf(drawn, answers);
  const isPassed = percent >= lesson.done.passPercent;
  const fact = { kind: 'quizAnswered', lessonId, percent, isPassed, at: instant(now) } as const;
  const { progress } = await recordFact(learning, demands, fact, now);
  return { percent, isPassed, review: reviewOf(drawn, answers, true), stand: standOf(progress) };
};
