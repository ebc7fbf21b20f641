import type { AnsweredQuestion, FestivalQuiz, QuizOutcome, QuizPhase, QuizReward } from '../../../../shared/games/quiz';
import { momentInWords } from '../../../wording/day';

export const phaseInWords: Readonly<Record<QuizPhase, string>> = {
  draft: '草稿',
  coming: '还没开始',
  open: '进行中',
  closed: '已结束',
  withdrawn: '已撤下',
};

type Told = Pick<FestivalQuiz, 'phase' | 'opensAt' | 'closesAt'>;

/** When one can answer, from where it stands now. */
export function timesInWords({ phase, opensAt, closesAt }: Told, now: Date): string {
  if (phase === 'open') return `${momentInWords(closesAt, now)} 结束`;
  if (phase === 'closed') return `${momentInWords(closesAt, now)} 已结束`;
  return `${momentInWords(opensAt, now)} 开始，${momentInWords(closesAt, now)} 结束`;
}

/** `答对 8 题起 20 积分`, the lowest first. */
export const rewardsInWords = (rewards: readonly QuizReward[]) =>
  rewards.map(({ fromRight, points }) => ({
    key: fromRight,
    when: fromRight === 0 ? '参加就有' : `答对 ${fromRight} 题起`,
    what: `${points} 积分`,
  }));

export const mostPoints = (rewards: readonly QuizReward[]) => rewards[rewards.length - 1]?.points ?? 0;

/** What came of it for everybody; never who. */
export function outcomeInWords({ people, hardest }: QuizOutcome) {
  const most = hardest ? `最难的一题，${hardest.rightPercent}% 的人答对：${hardest.text}` : '';
  return { people: `${people} 位同事参加`, hardest: most };
}

/** One question afterwards, with its place in words. */
export function answeredRow({ text, options, given, right, explanation }: AnsweredQuestion, index: number) {
  return {
    ...{ number: index + 1, text, explanation, isTaken: given !== null, isRight: given === right },
    given: given === null ? '' : (options[given] ?? ''),
    right: options[right] ?? '',
  };
}
