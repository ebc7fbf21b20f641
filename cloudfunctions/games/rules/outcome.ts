import { type QuizContent, type QuizOutcome, smallestCrowd } from '../../../shared/games/quiz';
import type { QuizCount, StoredTry } from '../documents';
import { rightPlace } from './quiz';

/** The count with these tries. */
export function countedWith(
  count: QuizCount,
  { questions }: Pick<QuizContent, 'questions'>,
  tries: readonly Pick<StoredTry, '_id' | 'picks'>[],
): QuizCount {
  const wrong = questions.map((question, index) => {
    const missed = tries.filter(({ picks }) => picks[index] !== rightPlace(question)).length;
    return (count.wrong[index] ?? 0) + missed;
  });
  return { cursor: tries.at(-1)?._id ?? count.cursor, people: count.people + tries.length, wrong };
}

/** What is told of it: which question was hardest only of enough people, and only if anybody had it wrong. */
export function outcomeOf({ people, wrong }: QuizCount, { questions }: Pick<QuizContent, 'questions'>): QuizOutcome {
  const most = Math.max(...wrong);
  const question = questions[wrong.indexOf(most)];
  if (people < smallestCrowd || most === 0 || !question) return { people, hardest: null };
  return { people, hardest: { text: question.text, rightPercent: Math.round(((people - most) / people) * 100) } };
}
