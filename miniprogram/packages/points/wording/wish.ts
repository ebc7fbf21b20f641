import type { WeeklyEarning, Wish } from '../../../../shared/points/wish-calls';
import { figure } from '../../../wording/figure';
import { type GiftCard, standingInWords } from './gift';

/** A wish as a row. */
export interface WishLine extends Pick<GiftCard, '_id' | 'name' | 'pictureUrl' | 'cost' | 'standing' | 'tone'> {
  /** Withdrawn from the mall: there is no page to open. */
  isGone: boolean;
}

/** Beyond a year the weeks are a guess about another life. */
const mostWeeks = 52;

const weeksInWords = (weeks: number) => (weeks > mostWeeks ? '一年以上' : `约 ${weeks} 周`);

export function wishLine(wish: Wish, now: Date): WishLine {
  const { _id, name, pictureUrl, costPoints, onSale, weeks } = wish;
  const { standing, tone } = onSale
    ? standingInWords(wish.standing, now)
    : ({ standing: '已下架', tone: 'out' } as const);
  const isAhead = onSale && weeks !== null;
  return {
    ...{ _id, name, pictureUrl: pictureUrl ?? '', cost: figure(costPoints), tone, isGone: !onSale },
    standing: isAhead ? `${standing}，${weeksInWords(weeks)}` : standing,
  };
}

/** By what the weeks were reckoned. */
export function weeklyInWords(weekly: WeeklyEarning | null): string {
  if (weekly === null) return '积分记录还太少，暂时估不出要多久。';
  const points = figure(Math.max(1, Math.round(weekly.points)));
  return weekly.of === 'person'
    ? `按你最近 90 天平均每周约 ${points} 积分估算，入职欢迎和 HR 的更正不算。`
    : `你的积分记录还不多，先按同事们每周约 ${points} 积分估算。`;
}
