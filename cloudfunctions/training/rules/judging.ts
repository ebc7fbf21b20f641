import type { AskedQuestion, QuizAnswer, ReviewedQuestion } from '../../../shared/training/question';
import type { DrawnQuestion } from '../documents';

/** 12 and １２, Abc and a b c are the same answer. */
const plain = (words: string) => words.normalize('NFKC').toLowerCase().replace(/\s/g, '');

export function isRight({ kind, key, accepted }: DrawnQuestion, answer: QuizAnswer | null): boolean {
  if (!answer) return false;
  if (kind === 'fill') return accepted.some((one) => plain(one) === plain(answer.words));
  const picks = kind === 'order' ? answer.picks : [...answer.picks].sort((one, other) => one - other);
  return picks.length === key.length && picks.every((pick, index) => pick === key[index]);
}

export type Answers = readonly (QuizAnswer | null)[];

/** Whole percents, rounded down: 4 of 6 are 66. */
export function percentOf(drawn: readonly DrawnQuestion[], answers: Answers): number {
  const right = drawn.filter((question, place) => isRight(question, answers[place] ?? null)).length;
  return drawn.length === 0 ? 0 : Math.floor((right * 100) / drawn.length);
}

export const askedView = ({ questionId, kind, text, options, picture }: DrawnQuestion): AskedQuestion => ({
  ...{ questionId, kind, text, options },
  ...(picture === undefined ? {} : { picture }),
});

/** How every question went. The keys stay covered while there is another attempt to make. */
export function reviewOf(drawn: readonly DrawnQuestion[], answers: Answers, showsKeys: boolean): ReviewedQuestion[] {
  return drawn.map((question, place) => {
    const { key, kind, options, accepted, explanation } = question;
    const answer = answers[place] ?? null;
    const words = kind === 'fill' ? accepted : key.map((one) => options[one] ?? '');
    return {
      ...askedView(question),
      given: answer ? { picks: answer.picks, words: answer.words } : null,
      isRight: isRight(question, answer),
      right: showsKeys ? words : null,
      explanation: showsKeys ? explanation : '',
    };
  });
}
