import type { GiftView } from '../../../../shared/points/model';
import { figure } from '../../../wording/figure';

/** A gift as a card of the mall. */
export interface GiftCard {
  _id: string;
  name: string;
  pictureUrl: string;
  cost: string;
  stock: string;
  /** 可兑换, 还差 N 积分 or 已兑完. */
  standing: string;
  tone: 'can' | 'short' | 'out';
}

/** What somebody with this balance can do about a gift. The cloud decides; these are only its words in advance. */
export function standingOf(
  gift: Pick<GiftView, 'stock' | 'costPoints'>,
  balance: number,
): Pick<GiftCard, 'standing' | 'tone'> {
  if (gift.stock < 1) return { standing: '已兑完', tone: 'out' };
  const missing = gift.costPoints - balance;
  return missing > 0
    ? { standing: `还差 ${figure(missing)} 积分`, tone: 'short' }
    : { standing: '可兑换', tone: 'can' };
}

export const stockInWords = (stock: number) => (stock > 0 ? `剩 ${figure(stock)} 件` : '暂时没有了');

export function giftCard(gift: GiftView, balance: number): GiftCard {
  return {
    _id: gift._id,
    name: gift.name,
    pictureUrl: gift.pictureUrl ?? '',
    cost: figure(gift.costPoints),
    stock: stockInWords(gift.stock),
    ...standingOf(gift, balance),
  };
}
