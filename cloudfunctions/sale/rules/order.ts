import { dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { QueuedSaleOrder, SaleOrder } from '../../../shared/sale/sale';
import type { StoredItem, StoredOrder } from '../documents';

/** Who orders, and what. */
export interface Wanted {
  orderId: string;
  personId: string;
  personName: string;
  employeeNumber: string;
  pieces: number;
  at: Instant;
}

/** An order at the price and the terms of the moment. */
export function newOrder(item: StoredItem, wanted: Wanted): StoredOrder {
  const { _id: itemId, name: itemName, priceFen, payment, pickUpOn, pickUpPlace, cancelUntil } = item;
  const { orderId: _id, personId, personName, employeeNumber, pieces, at } = wanted;
  return {
    ...{ _id, itemId, itemName, pieces, totalFen: priceFen * pieces, payment, pickUpOn, pickUpPlace, cancelUntil },
    ...{ personId, personName, employeeNumber, state: 'reserved', cancelReason: null, at, closedAt: null },
    ...{ closedBy: null, returningSince: null, tellSince: at, sort: `${at}.${_id}` },
  };
}

/** Refuses what its owner can no longer cancel: one that is closed, or later than its last moment. */
export function checkCancellable({ state, cancelUntil }: StoredOrder, at: Instant): void {
  if (state !== 'reserved') refuse('sale_order_closed');
  if (at > cancelUntil) refuse('sale_cancel_too_late');
}

export const handingOver = (requestId: string, at: Instant) =>
  ({ state: 'handedOver', closedAt: at, closedBy: requestId, tellSince: at }) as const;

export const cancelling = (requestId: string, cancelReason: string | null, at: Instant) =>
  ({ state: 'cancelled', closedAt: at, closedBy: requestId, cancelReason, returningSince: at, tellSince: at }) as const;

export function orderView(order: StoredOrder): SaleOrder {
  const { _id, itemId, itemName, pieces, totalFen, payment, pickUpOn, pickUpPlace, cancelUntil } = order;
  const { state, cancelReason, at, closedAt } = order;
  return {
    ...{ _id, itemId, itemName, pieces, totalFen, payment, pickUpOn, pickUpPlace, cancelUntil },
    ...{ state, cancelReason, at, closedAt },
  };
}

export const queuedView = (order: StoredOrder): QueuedSaleOrder => ({
  ...orderView(order),
  ...{ personName: order.personName, employeeNumber: order.employeeNumber },
});

const yuanOf = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

export const pickUpHeader = ['工号', '姓名', '商品', '件数', '在哪里领', '现场收款（元）', '签收'];

/** An order as the pick-up desk ticks it off: what goes off the pay is not collected there. */
export function pickUpRow(order: StoredOrder): (string | number)[] {
  const { employeeNumber, personName, itemName, pieces, pickUpPlace, payment, totalFen } = order;
  const toPay = payment === 'atHandOver' ? yuanOf(totalFen) : '0.00';
  return [employeeNumber, personName, itemName, pieces, pickUpPlace, toPay, ''];
}

export const payrollHeader = ['月份', '工号', '姓名', '商品', '件数', '金额（元）', '领取日期'];

/** An order as payroll takes it off the pay: whole fen as yuan with two places. */
export function payrollRow(month: string, order: StoredOrder): (string | number)[] {
  const { employeeNumber, personName, itemName, pieces, totalFen, closedAt } = order;
  return [
    month,
    employeeNumber,
    personName,
    itemName,
    pieces,
    yuanOf(totalFen),
    closedAt === null ? '' : dayOf(closedAt),
  ];
}
