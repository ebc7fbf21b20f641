import type {
  GiftCategory,
  GiftHanding,
  GiftStanding,
  GiftTerms,
  GiftView,
  MallGift,
} from '../../../../shared/points/model';
import { dayInWords, todayOf } from '../../../wording/day';
import { figure } from '../../../wording/figure';

export const categoryInWords: Record<GiftCategory, string> = {
  treat: '吃喝',
  living: '生活',
  office: '办公',
  learning: '学习',
  leisure: '娱乐',
  time: '假期',
  other: '其他',
};

export const handingInWords: Record<GiftHanding, string> = {
  pickUp: '到 HR 处领取',
  delivery: '寄到你填的地址',
  either: '自己领取，或寄到你填的地址',
  code: '兑换码，在这里查看',
};

/** The same as HR chooses among them. */
export const handingChoices: Record<GiftHanding, string> = {
  pickUp: '领取',
  delivery: '配送',
  either: '领取或配送',
  code: '兑换码',
};

/** A gift as a card of the mall. */
export interface GiftCard {
  _id: string;
  name: string;
  pictureUrl: string;
  cost: string;
  stock: string;
  standing: string;
  tone: 'can' | 'short' | 'out';
}

/** What the cloud says somebody can do about a gift, in words. */
export function standingInWords(standing: GiftStanding, now: Date): Pick<GiftCard, 'standing' | 'tone'> {
  switch (standing.kind) {
    case 'can':
      return { standing: '可兑换', tone: 'can' };
    case 'short':
      return { standing: `还差 ${figure(standing.missing)} 积分`, tone: 'short' };
    case 'limitReached': {
      const within = { person: '', month: '本月', year: '今年' }[standing.per];
      return { standing: `${within}已到上限`, tone: 'out' };
    }
    case 'notYet':
      return { standing: `${dayInWords(standing.on, todayOf(now))}开始`, tone: 'out' };
    case 'ended':
      return { standing: '已结束', tone: 'out' };
    case 'soldOut':
      return { standing: '已兑完', tone: 'out' };
  }
}

export const stockInWords = (stock: number) => (stock > 0 ? `剩 ${figure(stock)} 件` : '暂时没有了');

/** 每人限兑, as far as there are limits; empty without any. */
export function limitsInWords({ perPersonLimit, monthlyLimit, yearlyLimit }: GiftTerms): string {
  const said = [
    perPersonLimit === null ? '' : `每人限兑 ${perPersonLimit} 件`,
    monthlyLimit === null ? '' : `每月 ${monthlyLimit} 件`,
    yearlyLimit === null ? '' : `每年 ${yearlyLimit} 件`,
  ];
  return said.filter(Boolean).join('，');
}

/** When a gift can be redeemed; empty when always. */
export function saleDaysInWords({ saleFrom, saleUntil }: Pick<GiftTerms, 'saleFrom' | 'saleUntil'>, now: Date): string {
  const today = todayOf(now);
  const from = saleFrom === null ? '' : dayInWords(saleFrom, today);
  const until = saleUntil === null ? '' : dayInWords(saleUntil, today);
  if (from && until) return `${from} 至 ${until}`;
  if (from) return `${from}起`;
  return until ? `${until}截止` : '';
}

/** The price that is planned; empty when none is. */
export function nextPriceInWords({ nextPrice }: Pick<GiftView, 'nextPrice'>, now: Date): string {
  if (nextPrice === null) return '';
  return `${dayInWords(nextPrice.effectiveOn, todayOf(now))}起 ${figure(nextPrice.costPoints)} 积分`;
}

export function giftCard(gift: MallGift, now: Date): GiftCard {
  return {
    _id: gift._id,
    name: gift.name,
    pictureUrl: gift.pictureUrl ?? '',
    cost: figure(gift.costPoints),
    stock: stockInWords(gift.stock),
    ...standingInWords(gift.standing, now),
  };
}
