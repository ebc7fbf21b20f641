import { dayInWords, momentOn } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import { deliver } from '../platform/outbox';
import { type QuizTelling, type StoredLearning, shortHash } from './documents';

export const coursePage = (courseId: string) => `/packages/training/pages/course/course?id=${courseId}`;
const taskIdOf = (courseId: string) => `course.${courseId}`;
/** A request id that follows from what is told, so that it is the same with every try. */
export const requestOf = (word: string, id: string) => `${word}-${shortHash(id).replace(/_/g, '-')}`.padEnd(16, '0');
/** As long as a title may be in a message. */
const titleLimit = 40;
const titled = (word: string, title: string) => `${word}${title}`.slice(0, titleLimit);

/** What many have to learn by the same day. */
interface Wanted {
  courseId: string;
  title: string;
  dueOn: Day | null;
}

/** 今天: a course waits, for up to a hundred persons. True once everybody has it. */
export function putCourseTask({ courseId, title, dueOn }: Wanted, personIds: readonly string[], at: string, now: Date) {
  const lane = dueOn === null ? 'enjoy' : 'do';
  const line = dueOn === null ? '给你的课程，有空就学' : `${dayInWords(dueOn)}前完成，进度随时保存`;
  const input = {
    ...{ taskId: taskIdOf(courseId), personIds, kind: 'growth', lane, title: titled('学习：', title), line },
    ...{ button: '去学习', page: coursePage(courseId), closesAt: null, at },
    dueAt: dueOn === null ? null : momentOn(dueOn, '23:59').toISOString(),
    requestId: requestOf('assigned', `${courseId}:${at}:${personIds[0]}`),
  };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

/** Why a course is not asked for any more, and the task as it is now. True once everybody of these has both. */
export async function tellTakenBack(learning: StoredLearning, personIds: readonly string[], now: Date) {
  const { courseId, title, causes, takenBack, wakeAt } = learning;
  const [last, at] = [takenBack.at(-1), wakeAt ?? now.toISOString()];
  const factId = `takenBack.${shortHash(`${courseId}:${last?.cause}:${last?.at}`)}`;
  const requestId = requestOf('taken-back', `${factId}:${personIds[0]}`);
  const told = {
    ...{ factId, personIds, kind: 'growth', title: titled('收回指派：', title), page: coursePage(courseId) },
    ...{ line: `${last?.reason ?? ''}`.slice(0, 120), at, requestId },
  };
  const task =
    causes.length > 0
      ? putCourseTask(learning, personIds, at, now)
      : deliver(
          { to: 'today', call: 'clearTask', input: { taskId: taskIdOf(courseId), personIds, at, requestId } },
          now,
        );
  const taken = await Promise.all([deliver({ to: 'today', call: 'notify', input: told }, now), task]);
  return taken.every(Boolean);
}

/**
 * Everybody whom it concerns that somebody passed: points, the congratulation, a first month, the person. Each of them
 * knows a repeat. True once all have it.
 */
export async function tellPassed(learning: StoredLearning, now: Date): Promise<boolean> {
  const { _id, courseId, personId, title, passedAt, stars } = learning;
  const at = passedAt ?? now.toISOString();
  const factId = `passed.${shortHash(_id)}`;
  const requestId = requestOf('passed', _id);
  const earned = { factId: courseId, rule: 'trainingPassed', personId, about: title, at, requestId };
  const milestone = { factId, personId, occasion: 'trainingPassed', title, at, requestId };
  const cleared = { taskId: taskIdOf(courseId), personIds: [personId], at: now.toISOString(), requestId };
  const told = {
    ...{ factId, personIds: [personId], kind: 'growth', title: titled('通关：', title), page: coursePage(courseId) },
    ...{ line: `拿到 ${stars} 颗星。学到的都是你的，随时可以回来看`, at, requestId },
  };
  const learnt = { factId, personId, courseId, at, requestId };
  const taken = await Promise.all([
    deliver({ to: 'onboarding', call: 'takeCoursePassed', input: learnt }, now),
    deliver({ to: 'points', call: 'earn', input: earned }, now),
    deliver({ to: 'recognition', call: 'recordMilestone', input: milestone }, now),
    deliver({ to: 'today', call: 'clearTask', input: cleared }, now),
    deliver({ to: 'today', call: 'notify', input: told }, now),
  ]);
  return taken.every(Boolean);
}

/** The points of quizzes that were passed for the first time; a repeat earns nothing. True once they are told. */
export async function tellQuizzes(
  { _id, personId, title: about, facts }: StoredLearning,
  quizzes: readonly QuizTelling[],
  now: Date,
): Promise<boolean> {
  const taken = await Promise.all(
    quizzes.map((quiz) => {
      const at = facts.lessons.find(({ lessonId }) => quiz === `quiz.${lessonId}`)?.doneAt ?? now.toISOString();
      const factId = `quiz.${shortHash(`${_id}.${quiz}`)}`;
      const earned = { factId, rule: 'quizPassed', personId, about, at, requestId: requestOf('quiz', factId) };
      return deliver({ to: 'points', call: 'earn', input: earned }, now);
    }),
  );
  return taken.every(Boolean);
}
