import { type NewGift, shelved } from './gift';
import { standingOf } from './standing';

const plain: NewGift = {
  _id: 'mug',
  name: '马克杯',
  description: '',
  costPoints: 30,
  stock: 1,
  supplied: 1,
  pictureFileId: null,
  onSale: true,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const none = { person: 0, month: 0, year: 0 };
const today = '2026-11-20';
const kindOf = (gift: Partial<NewGift>, taken = none, balance = 30, day = today) =>
  standingOf(shelved({ ...plain, ...gift }), taken, balance, day).kind;

it('a gift can be had at exactly its price and is one short at one less', () => {
  expect(kindOf({})).toBe('can');
  expect(standingOf(shelved(plain), none, 29, today)).toEqual({ kind: 'short', missing: 1 });
});

it('a sale lasts from its first to its last day, both included', () => {
  const sale = { saleFrom: '2026-11-20', saleUntil: '2026-11-22' };
  expect(['2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'].map((day) => kindOf(sale, none, 30, day))).toEqual([
    'notYet',
    'can',
    'can',
    'ended',
  ]);
});

it('a limit is reached at its number, whichever of the three it is', () => {
  expect(kindOf({ perPersonLimit: 2 }, { ...none, person: 1 })).toBe('can');
  expect(kindOf({ perPersonLimit: 2 }, { ...none, person: 2 })).toBe('limitReached');
  expect(kindOf({ monthlyLimit: 1 }, { person: 9, month: 0, year: 9 })).toBe('can');
  expect(kindOf({ monthlyLimit: 1 }, { ...none, month: 1 })).toBe('limitReached');
  expect(kindOf({ yearlyLimit: 1 }, { person: 9, month: 0, year: 0 })).toBe('can');
  expect(kindOf({ yearlyLimit: 1 }, { ...none, year: 1 })).toBe('limitReached');
});

it('says what more points would not change before it says how many are missing', () => {
  expect(kindOf({ perPersonLimit: 1 }, { ...none, person: 1 }, 0)).toBe('limitReached');
  expect(kindOf({ stock: 0 }, none, 0)).toBe('soldOut');
  expect(kindOf({ stock: 0, saleUntil: '2026-11-19' }, none, 0)).toBe('ended');
});
