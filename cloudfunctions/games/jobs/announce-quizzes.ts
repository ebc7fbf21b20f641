import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask } from '../../platform/outbox';
import { type StoredQuiz, tryIdOf } from '../documents';
import { store } from '../store';
import { clearQuizTask, putQuizTask } from '../tell';

const atOnce = 5;
const colleaguesAtOnce = 50;
/** Pages a minute and quiz: a thousand colleagues have it within five minutes. */
const pagesAtOnce = 4;

/** What has opened goes onto everybody's 今天; what was taken back comes off again. */
export async function announceQuizzes(now: Date): Promise<number> {
  const where = { announceSince: is.between('', instant(now)) };
  const due = await store.quizzes.list({ where, sortedBy: 'announceSince', limit: atOnce });
  await oneByOne(due, (quiz) => walk(quiz, now));
  return due.length;
}

async function walk(quiz: StoredQuiz, now: Date): Promise<void> {
  const { _id, announceSince } = quiz;
  let cursor = quiz.announceCursor;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const after = cursor === null ? {} : { cursor };
    const answer = await ask('people', 'listColleagues', { limit: colleaguesAtOnce, ...after }, now);
    if (!answer.ok) return;
    const personIds = answer.data.items.map(({ personId }) => personId);
    if (!(await announceTo(quiz, personIds, now))) return;
    cursor = answer.data.next;
    const change = cursor === null ? { announceSince: null, announceCursor: null } : { announceCursor: cursor };
    // Taken back meanwhile, it begins from the first again.
    const changed = await store.quizzes.changeOne({ _id, announceSince }, change);
    if (cursor === null || !changed) return;
  }
}

async function announceTo(quiz: StoredQuiz, personIds: readonly string[], now: Date): Promise<boolean> {
  const { _id, state, announceSince } = quiz;
  const at = announceSince ?? instant(now);
  if (state !== 'published') return clearQuizTask(_id, personIds, at, now);
  if (personIds.length === 0) return true;
  const where = { _id: is.among(personIds.map((personId) => tryIdOf(_id, personId))) };
  const tried = await store.tries.list({ where, fields: ['personId'], limit: personIds.length });
  const done = new Set(tried.map(({ personId }) => personId));
  return putQuizTask(
    quiz,
    personIds.filter((personId) => !done.has(personId)),
    at,
    now,
  );
}
