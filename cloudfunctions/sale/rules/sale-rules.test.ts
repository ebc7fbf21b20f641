import type { SaleTerms } from '../../../shared/sale/sale';
import { checkOrderable, checkTerms, newItem } from './item';
import { checkCancellable, newOrder, payrollRow } from './order';

const terms: SaleTerms = {
  ...{ name: '番茄', about: '', priceFen: 1990, perPersonLimit: 2, pickUpPlace: '前台', payment: 'payroll' },
  ...{ opensAt: '2026-11-20T02:00:00.000Z', closesAt: '2026-11-22T10:00:00.000Z' },
  ...{ cancelUntil: '2026-11-24T10:00:00.000Z', pickUpOn: '2026-11-25' },
};
const item = newItem('si-1', terms, 5);
const buyer = (pieces: number, orders = 1) => ({
  ...{ pieces, returnedIds: [], orderIds: Array.from({ length: orders }, (_, index) => `so-${index}`) },
});
const at = '2026-11-21T02:00:00.000Z';

it.each([
  ['ends before it begins', { closesAt: terms.opensAt }],
  ['lets cancel before it begins', { cancelUntil: '2026-11-20T01:59:59.999Z' }],
  ['lets cancel after it is handed out', { cancelUntil: '2026-11-25T16:00:00.000Z' }],
  ['is handed out before it begins', { pickUpOn: '2026-11-19' }],
])('a sale that %s is refused', (_, wrong) => {
  expect(() => checkTerms({ ...terms, ...wrong })).toThrow('sale_times_wrong');
});

it('a sale whose last moment to cancel is in the evening of the day is none of these', () => {
  expect(() => checkTerms({ ...terms, cancelUntil: '2026-11-25T15:59:59.999Z' })).not.toThrow();
});

it('is open from its first moment until just before its last', () => {
  const tried = (moment: string) => () => checkOrderable(item, null, 1, moment);
  expect(tried('2026-11-20T01:59:59.999Z')).toThrow('sale_not_open');
  expect(tried('2026-11-20T02:00:00.000Z')).not.toThrow();
  expect(tried('2026-11-22T09:59:59.999Z')).not.toThrow();
  expect(tried('2026-11-22T10:00:00.000Z')).toThrow('sale_not_open');
  expect(() => checkOrderable({ ...item, state: 'withdrawn' }, null, 1, at)).toThrow('sale_item_not_found');
});

it('nobody orders more than the limit, more than there is, or for ever', () => {
  expect(() => checkOrderable(item, null, 2, at)).not.toThrow();
  expect(() => checkOrderable(item, null, 3, at)).toThrow('sale_limit_reached');
  expect(() => checkOrderable(item, buyer(1), 1, at)).not.toThrow();
  expect(() => checkOrderable(item, buyer(2), 1, at)).toThrow('sale_limit_reached');
  expect(() => checkOrderable({ ...item, stock: 1 }, null, 1, at)).not.toThrow();
  expect(() => checkOrderable({ ...item, stock: 1 }, null, 2, at)).toThrow('sale_sold_out');
  expect(() => checkOrderable(item, buyer(0, 19), 1, at)).not.toThrow();
  expect(() => checkOrderable(item, buyer(0, 20), 1, at)).toThrow('sale_orders_full');
});

const wanted = { orderId: 'so-1', personId: 'p-1', personName: '=1+1', employeeNumber: 'Y001', pieces: 3, at };
const order = newOrder(item, wanted);

it('an order keeps price and terms of its moment, in whole fen', () => {
  expect(order).toMatchObject({
    totalFen: 5970,
    state: 'reserved',
    pickUpOn: '2026-11-25',
    cancelUntil: terms.cancelUntil,
  });
  expect(payrollRow('2026-11', { ...order, closedAt: '2026-11-25T16:00:00.000Z' })).toEqual([
    ...['2026-11', 'Y001', '=1+1', '番茄', 3, '59.70', '2026-11-26'],
  ]);
});

it('is cancelled by its owner until the last moment, and only while it is reserved', () => {
  expect(() => checkCancellable(order, '2026-11-24T10:00:00.000Z')).not.toThrow();
  expect(() => checkCancellable(order, '2026-11-24T10:00:00.001Z')).toThrow('sale_cancel_too_late');
  expect(() => checkCancellable({ ...order, state: 'handedOver' }, at)).toThrow('sale_order_closed');
});
