import type { SaleItem, SaleOrder, SaleOrderState, SalePayment } from '../../../../shared/sale/sale';
import { dayInWords, momentInWords, todayOf } from '../../../wording/day';
import { yuanOf } from '../../../wording/money';

export const paymentInWords: Readonly<Record<SalePayment, string>> = {
  atHandOver: '领取时付款',
  payroll: '从当月工资里扣',
};

export const orderStateInWords: Readonly<Record<SaleOrderState, string>> = {
  reserved: '待领取',
  handedOver: '已领取',
  cancelled: '已取消',
};

type Sold = Pick<SaleItem, 'opensAt' | 'closesAt'>;

/** Where the sale stands by the phone's clock: for words only, the cloud decides. */
export function saleTimesInWords({ opensAt, closesAt }: Sold, now: Date): string {
  const at = now.toISOString();
  if (at < opensAt) return `${momentInWords(opensAt, now)} 开始`;
  return at < closesAt ? `${momentInWords(closesAt, now)} 结束` : '已结束';
}

export const mayOrder = ({ opensAt, closesAt, stock }: Sold & Pick<SaleItem, 'stock'>, now: Date) =>
  stock > 0 && opensAt <= now.toISOString() && now.toISOString() < closesAt;

export const pickUpInWords = ({ pickUpOn, pickUpPlace }: Pick<SaleItem, 'pickUpOn' | 'pickUpPlace'>, now: Date) =>
  `${dayInWords(pickUpOn, todayOf(now))} 在${pickUpPlace}领取`;

/** An order as its owner and HR read it. */
export function orderRow(order: SaleOrder, now: Date) {
  const { _id, itemName, pieces, totalFen, payment, state, at, cancelUntil, cancelReason } = order;
  return {
    ...{ _id, itemName, state: orderStateInWords[state], isOpen: state === 'reserved' },
    what: `${pieces} 件 · ${yuanOf(totalFen)} 元 · ${paymentInWords[payment]}`,
    pickUp: pickUpInWords(order, now),
    at: `${momentInWords(at, now)} 下单`,
    mayCancel: state === 'reserved' && now.toISOString() <= cancelUntil,
    until: state === 'reserved' ? `${momentInWords(cancelUntil, now)} 以前可以取消` : '',
    reason: cancelReason ? `取消原因：${cancelReason}` : '',
  };
}
