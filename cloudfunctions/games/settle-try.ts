import { instant } from '../../shared/kernel/day';
import type { Instant } from '../../shared/kernel/scalar';
import { is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import { deliver } from '../platform/outbox';
import type { StoredTry } from './documents';
import { store } from './store';
import { clearQuizTask } from './tell';

const atOnce = 50;

/** The points of a try, then the task off 今天: each harmless when done twice. */
export async function settleTry(found: StoredTry, now: Date): Promise<void> {
  const { _id, quizId, personId, points, title, at, pendingSince } = found;
  if (pendingSince === null) return;
  const requestId = `quiz-${_id}`.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 64);
  const fact = { factId: quizId, rule: 'festivalQuiz', personId, about: title, at, points, requestId };
  if (points > 0 && !(await deliver({ to: 'points', call: 'earn', input: fact }, now))) return;
  if (!(await clearQuizTask(quizId, [personId], at, now))) return;
  await store.tries.changeOne({ _id, pendingSince }, { pendingSince: null });
}

/** What was cut off. */
export async function settleTries(quietSince: Instant, now: Date): Promise<number> {
  const where = { pendingSince: is.between('', quietSince) };
  const owing = await store.tries.list({ where, sortedBy: 'pendingSince', limit: atOnce });
  await oneByOne(owing, (one) => settleTry(one, now));
  return owing.length;
}

/** Tries of quizzes that ended a year ago are kept no longer. */
export const forgetTries = (now: Date): Promise<number> => store.tries.removeAll({ purgeAt: is.atMost(instant(now)) });
