import type { SaleTerms } from '../../../shared/sale/sale';
import { checkChange, picturesInstead, touchesOrders } from './change-item';
import { checkOrderable, checkTerms, newItem } from './item';
import { checkCancellable, newOrder, payrollRow, pickUpRow } from './order';

const terms: SaleTerms = {
  ...{ name: '番茄', about: '', priceFen: 1990, perPersonLimit: 2, pickUpPlace: '前台', payment: 'payroll' },
  ...{ opensAt: '2026-11-20T02:00:00.000Z', closesAt: '2026-11-22T10:00:00.000Z' },
  ...{ cancelUntil: '2026-11-24T10:00:00.000Z', pickUpOn: '2026-11-25' },
};
const at = '2026-11-21T02:00:00.000Z';
const hand = { personId: 'p-hr', at };
const item = newItem('si-1', { terms, pieces: 5, pictureFileIds: [] }, hand);
const seen = (pieces: number, priceFen = terms.priceFen) => ({ pieces, priceFen });
const buyer = (pieces: number, orders = 1) => ({
  ...{ pieces, returnedIds: [], orderIds: Array.from({ length: orders }, (_, index) => `so-${index}`) },
});

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
  const tried = (moment: string) => () => checkOrderable(item, null, seen(1), moment);
  expect(tried('2026-11-20T01:59:59.999Z')).toThrow('sale_not_open');
  expect(tried('2026-11-20T02:00:00.000Z')).not.toThrow();
  expect(tried('2026-11-22T09:59:59.999Z')).not.toThrow();
  expect(tried('2026-11-22T10:00:00.000Z')).toThrow('sale_not_open');
  expect(() => checkOrderable({ ...item, state: 'withdrawn' }, null, seen(1), at)).toThrow('sale_item_not_found');
});

it('nobody orders more than the limit, more than there is, or for ever', () => {
  expect(() => checkOrderable(item, null, seen(2), at)).not.toThrow();
  expect(() => checkOrderable(item, null, seen(3), at)).toThrow('sale_limit_reached');
  expect(() => checkOrderable(item, buyer(1), seen(1), at)).not.toThrow();
  expect(() => checkOrderable(item, buyer(2), seen(1), at)).toThrow('sale_limit_reached');
  expect(() => checkOrderable({ ...item, stock: 1 }, null, seen(1), at)).not.toThrow();
  expect(() => checkOrderable({ ...item, stock: 1 }, null, seen(2), at)).toThrow('sale_sold_out');
  expect(() => checkOrderable(item, buyer(0, 19), seen(1), at)).not.toThrow();
  expect(() => checkOrderable(item, buyer(0, 20), seen(1), at)).toThrow('sale_orders_full');
});

it('and nobody at a price that they have not seen', () => {
  const dearer = { ...item, priceFen: 2090 };
  expect(() => checkOrderable(dearer, null, seen(1), at)).toThrow('sale_price_changed');
  expect(() => checkOrderable(dearer, null, seen(1, 2090), at)).not.toThrow();
});

describe('an item that is up', () => {
  const other = { name: '苹果', payment: 'atHandOver', pickUpOn: '2026-11-26', pickUpPlace: '食堂' } as const;
  const later = { opensAt: '2026-11-20T03:00:00.000Z', cancelUntil: '2026-11-24T11:00:00.000Z', perPersonLimit: 1 };
  const ordered = { ...item, stock: 4 };

  it('changes in everything while nobody has ordered', () => {
    expect(() => checkChange(item, { ...terms, ...other, ...later, priceFen: 1 }, at)).not.toThrow();
  });

  it.each(Object.entries({ ...other, ...later }))('keeps %s once somebody has', (field, value) => {
    expect(() => checkChange(ordered, { ...terms, [field]: value }, at)).toThrow('sale_terms_ordered');
    expect(touchesOrders(ordered, { ...terms, [field]: value })).toBe(true);
  });

  it.each([
    ['price', { priceFen: 2090 }],
    ['words', { about: '更甜' }],
    ['end', { closesAt: '2026-11-23T10:00:00.000Z' }],
    ['limit, upwards', { perPersonLimit: 3 }],
  ])('changes its %s also then', (_, change) => {
    expect(() => checkChange(ordered, { ...terms, ...change }, at)).not.toThrow();
    expect(touchesOrders(ordered, { ...terms, ...change })).toBe(false);
  });

  it('does not change once it is over or withdrawn, nor to an end that has passed', () => {
    expect(() => checkChange(item, terms, '2026-11-22T09:59:59.999Z')).not.toThrow();
    expect(() => checkChange(item, terms, '2026-11-22T10:00:00.000Z')).toThrow('sale_item_over');
    expect(() => checkChange({ ...item, state: 'withdrawn' }, terms, at)).toThrow('sale_item_over');
    expect(() => checkChange(item, { ...terms, closesAt: at }, at)).toThrow('sale_times_wrong');
    expect(() => checkChange(item, { ...terms, pickUpOn: '2026-11-19' }, at)).toThrow('sale_times_wrong');
  });

  it('gives a picture that replaces another a number that none had', () => {
    const files = ['cloud://files/a.png', 'cloud://files/b.png'];
    const pictured = newItem('si-2', { terms, pieces: 5, pictureFileIds: files }, hand);
    const instead = picturesInstead(pictured, ['cloud://files/c.png'], hand);
    expect(instead.pictures.map(({ number }) => number)).toEqual([2]);
    expect(instead).toMatchObject({ picturesMade: 3, droppedFileIds: files, picturesSince: at });
  });
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

it('stands on the list for the desk with what is collected there: nothing where the pay is charged', () => {
  expect(pickUpRow(order)).toEqual(['Y001', '=1+1', '番茄', 3, '前台', '0.00', '']);
  expect(pickUpRow({ ...order, payment: 'atHandOver' })).toEqual(['Y001', '=1+1', '番茄', 3, '前台', '59.70', '']);
});

it('is cancelled by its owner until the last moment, and only while it is reserved', () => {
  expect(() => checkCancellable(order, '2026-11-24T10:00:00.000Z')).not.toThrow();
  expect(() => checkCancellable(order, '2026-11-24T10:00:00.001Z')).toThrow('sale_cancel_too_late');
  expect(() => checkCancellable({ ...order, state: 'handedOver' }, at)).toThrow('sale_order_closed');
});
