import type { Instant } from '../../shared/kernel/scalar';
import { deliver } from '../platform/outbox';
import type { StoredQuiz } from './documents';

const taskIdOf = (quizId: string) => `quiz-${quizId}`.slice(0, 64);
const requestOf = (word: string, id: string) => `${word}-${id.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0');

/** What stands on 今天 while it is open: something to enjoy, which goes away by itself. */
export function quizTaskOf({ _id, title, festival, questions, rewards, closesAt }: StoredQuiz) {
  const most = rewards.at(-1)?.points ?? 0;
  return {
    ...{
      taskId: taskIdOf(_id),
      kind: 'community' as const,
      lane: 'enjoy' as const,
      title: `${festival}答题：${title}`,
    },
    ...{ line: `${questions.length} 道小题，最多 ${most} 积分，每人一次`, button: '去答题' },
    ...{ page: `/packages/games/pages/quiz/quiz?id=${_id}`, dueAt: closesAt, closesAt },
  };
}

export function putQuizTask(quiz: StoredQuiz, personIds: readonly string[], at: Instant, now: Date): Promise<boolean> {
  if (personIds.length === 0) return Promise.resolve(true);
  const input = { ...quizTaskOf(quiz), personIds, at, requestId: requestOf('quiz', quiz._id) };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

export function clearQuizTask(quizId: string, personIds: readonly string[], at: Instant, now: Date): Promise<boolean> {
  if (personIds.length === 0) return Promise.resolve(true);
  const input = { taskId: taskIdOf(quizId), personIds, at, requestId: requestOf('done', quizId) };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}
