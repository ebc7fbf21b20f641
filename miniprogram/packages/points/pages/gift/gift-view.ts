import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { PointsContract } from '../../../../../shared/points/contract';
import { figure } from '../../../../wording/figure';
import {
  handingInWords,
  limitsInWords,
  nextPriceInWords,
  saleDaysInWords,
  standingInWords,
  stockInWords,
} from '../../wording/gift';

const whatFollows = {
  pickUp: '马上扣除积分并为你留好一件，状态是「待发放」。HR 联系你领取；如果没法发放，积分会退回给你。',
  delivery: '马上扣除积分并为你留好一件，HR 按你填的地址寄出。地址加密保存，只有发放的 HR 能看，发放以后就删除。',
  either: '马上扣除积分并为你留好一件。可以自己领取，也可以寄给你；地址加密保存，发放以后就删除。',
  code: '马上扣除积分。兑换码在「兑换详情」里，只显示一次，准备好使用时再看。',
};

/** The gift as its page draws it. */
export function giftView({ gift, balance, redeemedByMe, isWished }: OutputOf<PointsContract['readGift']>, now: Date) {
  const limits = limitsInWords(gift);
  const terms = [
    { name: '发放方式', value: handingInWords[gift.handing] },
    { name: '限兑', value: limits ? `${limits}，你已兑 ${redeemedByMe} 件` : '' },
    { name: '兑换时间', value: saleDaysInWords(gift, now) },
    { name: '价格变动', value: nextPriceInWords(gift, now) },
  ].filter(({ value }) => value !== '');
  return {
    _id: gift._id,
    name: gift.name,
    description: gift.description,
    pictureUrl: gift.pictureUrl ?? '',
    costPoints: gift.costPoints,
    cost: figure(gift.costPoints),
    stock: stockInWords(gift.stock),
    terms,
    handing: gift.handing,
    whatFollows: whatFollows[gift.handing],
    balance: figure(balance),
    isWished,
    left: figure(Math.max(0, balance - gift.costPoints)),
    ...standingInWords(gift.standing, now),
  };
}
