import { instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredQuiz } from '../documents';
import { countedWith, outcomeOf } from '../rules/outcome';
import { store } from '../store';

const atOnce = 5;
const triesAtOnce = 200;
const pagesAtOnce = 5;

/** What has closed is counted, once: nothing comes in any more, so the count stays true. */
export async function countQuizzes(now: Date): Promise<number> {
  const where = { countSince: is.between('', instant(now)) };
  const due = await store.quizzes.list({ where, sortedBy: 'countSince', limit: atOnce });
  await oneByOne(due, count);
  return due.length;
}

/** How far it has come stands in the quiz, so that a kill costs one page and counts nobody twice. */
async function count(quiz: StoredQuiz): Promise<void> {
  const { _id } = quiz;
  let counted = quiz.count;
  for (let page = 0; page < pagesAtOnce && counted !== null; page += 1) {
    const where = { quizId: _id, _id: is.above(counted.cursor ?? '') };
    const tries = await store.tries.list({ where, fields: ['picks'], sortedBy: '_id', limit: triesAtOnce });
    const next = countedWith(counted, quiz, tries);
    const change =
      tries.length < triesAtOnce
        ? { count: null, countSince: null, outcome: by.exactly(outcomeOf(next, quiz)) }
        : { count: by.exactly(next) };
    const changed = await store.quizzes.changeOne({ _id, 'count.cursor': counted.cursor }, change);
    if (!changed) return;
    counted = changed.count;
  }
}
