import type { AskedQuestion, QuizAnswer, ReviewedQuestion } from '../../../../shared/training/question';

const hints: Record<AskedQuestion['kind'], string> = {
  single: '单选',
  multiple: '多选',
  trueFalse: '判断',
  order: '按先后依次点选',
  fill: '填空',
};
export const hintOf = ({ kind }: Pick<AskedQuestion, 'kind'>) => hints[kind];

export const noAnswer: QuizAnswer = { picks: [], words: '' };

/** The answer after a tap on an option. */
export function withPick(kind: AskedQuestion['kind'], picks: readonly number[], place: number): number[] {
  if (kind === 'single' || kind === 'trueFalse') return [place];
  return picks.includes(place) ? picks.filter((one) => one !== place) : [...picks, place];
}

export function isAnswered({ kind, options }: AskedQuestion, answer: QuizAnswer | null): boolean {
  if (!answer) return false;
  if (kind === 'fill') return answer.words.trim() !== '';
  return kind === 'order' ? answer.picks.length === options.length : answer.picks.length > 0;
}

type Urls = Readonly<Record<string, string>>;

/** Where the picture of a question is seen; empty where it has none. */
export const pictureUrlOf = ({ picture = '' }: Pick<AskedQuestion, 'picture'>, urls: Urls) => urls[picture] ?? '';

/** How one question went, in words. */
export function reviewFace(reviewed: ReviewedQuestion, index: number, urls: Urls) {
  const { text, kind, options, given, isRight, right, explanation } = reviewed;
  const between = kind === 'order' ? ' → ' : kind === 'fill' ? ' 或 ' : '、';
  const picked = (given?.picks ?? []).map((pick) => options[pick] ?? '');
  return {
    ...{ number: index + 1, text, isRight, explanation, pictureUrl: pictureUrlOf(reviewed, urls) },
    given: (kind === 'fill' ? given?.words : picked.join(between)) || '没有作答',
    right: right ? right.join(between) : '',
  };
}
export type ReviewFace = ReturnType<typeof reviewFace>;
