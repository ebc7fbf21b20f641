import type { CardDesign, ThankYouCard } from '../../../../shared/recognition/thanks';
import { momentInWords } from '../../../wording/day';
import { figure } from '../../../wording/figure';

/** The drawings of a card, in the order in which they are offered. */
export const designs: { design: CardDesign; name: string }[] = [
  { design: 'sunrise', name: '晨光' },
  { design: 'leaf', name: '新叶' },
  { design: 'star', name: '星夜' },
  { design: 'tea', name: '清茶' },
  { design: 'boat', name: '同舟' },
  { design: 'mountain', name: '远山' },
];

/** What components/thanks-card draws. */
export interface CardFace {
  _id: string;
  design: CardDesign;
  value: string;
  words: string;
  to: string;
  from: string;
  at: string;
  /** `附 10 积分`, and what colleagues added; empty without points. */
  points: string;
  boosts: string;
  /** Why the card is not on the wall; empty when it is. */
  state: string;
}

/** Names in one line: all of up to three, else the first two and how many more. */
export function namesInWords(names: readonly string[]): string {
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 2).join('、')}等 ${names.length} 人`;
}

const stateInWords = ({ state, takenDownReason }: ThankYouCard) => {
  if (state === 'inReview') return '正在等 HR 看一眼，通过后才会送达';
  return state === 'takenDown' ? `没有展示：${takenDownReason ?? '内容不合适'}` : '';
};

export function cardFace(card: ThankYouCard, now: Date): CardFace {
  const { _id, design, valueName, words, to, from, at, pointsEach, boosts, boostPointsEach } = card;
  return {
    ...{ _id, design, words, value: valueName, from: from.name, at: momentInWords(at, now) },
    to: namesInWords(to.map(({ name }) => name)),
    points: pointsEach > 0 ? `附 ${figure(pointsEach)} 积分${to.length > 1 ? '（每人）' : ''}` : '',
    boosts: boosts > 0 ? `${boosts} 人助力${boostPointsEach > 0 ? ` +${figure(boostPointsEach)} 积分` : ''}` : '',
    state: stateInWords(card),
  };
}
