import { type Account, accountWith, openAccount } from '../rules/account';
import { checkInMovement } from '../rules/check-in';
import { type StoredGift, shelved } from '../rules/gift';
import { askedPlainly, redemptionMovement, refundMovement } from '../rules/redeem-gift';
import { cancellation, type StoredRedemption } from '../rules/redemption';
import { tableOf, termsOn } from '../rules/rule-table';
import { takenOfPieces } from '../rules/taken';
import { welcomeMovement } from '../rules/welcome';
import { auditBooks, openIntents } from './audit-books';
import { entriesAfter, entryOf, pendingEntries, type StoredEntry, settledAfter } from './ledger-chain';
import { redemptionIdOf } from './redemption-id';

const at = '2026-11-20T01:00:00.000Z';
const gift: StoredGift = shelved({
  _id: 'mug',
  name: '马克杯',
  description: '',
  costPoints: 15,
  stock: 3,
  supplied: 5,
  perPersonLimit: 2,
  pictureFileId: null,
  onSale: true,
  createdAt: at,
});

interface Books {
  account: Account;
  entries: StoredEntry[];
  gift: StoredGift;
  kept: StoredRedemption;
  cancelled: StoredRedemption;
}

/** One person: welcomed, checked in, two redemptions of which one was cancelled but whose piece is still on its way. */
function books(): Books {
  const debit = (requestId: string) => {
    const redemptionId = redemptionIdOf('p-lan', requestId);
    const request = {
      personId: 'p-lan',
      personName: '周岚',
      branchId: 'hq',
      giftId: 'mug',
      requestId,
      redemptionId,
      at,
      ...askedPlainly,
      spending: { today: '2026-11-20', spendBy: null },
    };
    return redemptionMovement(request, gift, `token-${requestId}`, { '2027-11-30': -15 });
  };
  const [first, second] = [debit('one'), debit('two')];
  const movements = [
    welcomeMovement('p-lan', at),
    checkInMovement('p-lan', '2026-11-19', at),
    first,
    refundMovement(first.redemption, at),
    second,
  ];
  const open = accountWith(openAccount('p-lan'), movements, takenOfPieces([second.redemption]));
  const account: Account = { ...open, settled: settledAfter(open, 4), pending: movements.slice(4), pendingSince: at };
  return {
    account,
    entries: pendingEntries(open),
    gift,
    kept: second.redemption,
    cancelled: { ...first.redemption, ...cancellation('缺货', 'hr-1', at) },
  };
}

const audit = ({ account, entries, gift: mug, kept, cancelled }: Books) =>
  auditBooks([account], entries, [mug], [kept, cancelled]).map(({ rule }) => rule);
const rulesBrokenBy = (spoil: (right: Books) => Partial<Books>) => {
  const right = books();
  return [...new Set(audit({ ...right, ...spoil(right) }))].sort();
};

describe('books that are right', () => {
  it('are found right while a piece is on its way, and when it is back', () => {
    expect(audit(books())).toEqual([]);
    const home = books();
    const back = { ...home.gift, stock: 4 };
    expect(audit({ ...home, gift: { ...back, returned: [home.cancelled._id] } })).toEqual([]);
    expect(audit({ ...home, gift: back, cancelled: { ...home.cancelled, returningSince: null } })).toEqual([]);
  });

  it('are found right before the last entry and its redemption are written', () => {
    const { account, entries, gift: mug, cancelled } = books();
    expect(auditBooks([account], entries.slice(0, 4), [mug], [cancelled])).toEqual([]);
  });

  it('say what is still open', () => {
    const { account, gift: mug, kept, cancelled } = books();
    const reserved = { ...mug, reservations: [{ token: 't', redemptionId: 'r', personId: 'p-lan', at }] };
    expect(openIntents([account], [reserved], [kept, cancelled])).toEqual({ pending: 1, reserved: 1, returning: 1 });
  });
});

describe('the audit finds', () => {
  const without = (entries: StoredEntry[], index: number) => entries.filter((_, place) => place !== index);
  const altered = (entries: StoredEntry[], index: number, change: Partial<StoredEntry>) =>
    entries.map((entry, place) => (place === index ? { ...entry, ...change } : entry));

  it.each<[string, string, (right: Books) => Partial<Books>]>([
    ['a balance that is not the sum', 'I1', ({ account }) => ({ account: { ...account, balance: 11 } })],
    ['a lifetime that was not earned', 'I1', ({ account }) => ({ account: { ...account, lifetime: 40 } })],
    [
      'an entry of nobody',
      'I1',
      ({ entries }) => ({
        entries: [
          ...entries,
          ...entriesAfter('p-ghost', openAccount('p-ghost').settled, [welcomeMovement('p-ghost', at)]),
        ],
      }),
    ],
    ['a redemption that costs what was not paid', 'I2', ({ kept }) => ({ kept: { ...kept, costPoints: 14 } })],
    ['stock below zero', 'I3', ({ gift: mug }) => ({ gift: { ...mug, stock: -1, supplied: 1 } })],
    ['a piece too many', 'I4', ({ gift: mug }) => ({ gift: { ...mug, stock: 4 } })],
    ['a piece too few', 'I4', ({ gift: mug }) => ({ gift: { ...mug, stock: 2 } })],
    ['a piece given back twice', 'I4', ({ gift: mug }) => ({ gift: { ...mug, stock: 5, returned: ['r-x'] } })],
    ['a redemption of another request', 'I5', ({ kept }) => ({ kept: { ...kept, requestId: 'three' } })],
    ['a redemption that nobody paid', 'I5', ({ kept }) => ({ kept: { ...kept, reservation: 'token-x' } })],
    ['a refund of what was handed out', 'I5', ({ cancelled }) => ({ cancelled: { ...cancelled, state: 'fulfilled' } })],
    ['a cancellation without a refund', 'I5', ({ kept }) => ({ kept: { ...kept, state: 'cancelled' } })],
    ['a count of gifts that is wrong', 'I5', ({ account }) => ({ account: { ...account, taken: { mug: 2 } } })],
    ['a removed entry', 'I7', ({ entries }) => ({ entries: without(entries, 1) })],
    ['a removed last settled entry', 'I7', ({ entries }) => ({ entries: without(entries, 3) })],
    ['movements that an account forgot', 'I7', ({ account }) => ({ account: { ...account, pending: [] } })],
    ['an altered amount', 'I7', ({ entries }) => ({ entries: altered(entries, 1, { points: 6 }) })],
    [
      'an altered cause',
      'I7',
      ({ entries }) => ({
        entries: altered(entries, 1, { cause: { kind: 'checkIn', day: '2026-11-18', version: 0 } }),
      }),
    ],
    [
      'an altered moment',
      'I7',
      ({ entries }) => ({ entries: altered(entries, 0, { at: '2026-11-19T01:00:00.000Z' }) }),
    ],
    [
      'a pending entry written otherwise',
      'I7',
      ({ entries }) => ({ entries: altered(entries, 4, { balanceAfter: 9 }) }),
    ],
    ['more of a gift than allowed', 'I12', ({ gift: mug }) => ({ gift: { ...mug, limitPerPerson: 0 } })],
  ])('%s (%s)', (_name, rule, spoil) => {
    expect(rulesBrokenBy(spoil)).toContain(rule);
  });

  it('a day that was paid twice, a second welcome, a check-in of another amount (I12), and a debt (I3)', () => {
    const twice = (movements: Account['pending']) => {
      return auditBooks([accountWith(openAccount('p-lan'), movements)], [], [], []).map(({ rule }) => rule);
    };
    const checkIn = checkInMovement('p-lan', '2026-11-19', at);
    const { rule, lotDay } = termsOn(tableOf([]), 'checkIn', '2026-11-18');
    const dearer = checkInMovement('p-lan', '2026-11-18', at, { rule: { ...rule, points: 50 }, lotDay });
    expect(twice([checkIn, { ...checkIn, key: 'other' }])).toEqual(['I12']);
    expect(twice([welcomeMovement('p-lan', at), { ...welcomeMovement('p-lan', at), key: 'other' }])).toEqual(['I12']);
    expect(twice([checkIn, dearer])).toEqual(['I12']);
    expect(twice([{ ...checkIn, points: -5 }])).toContain('I3');
  });

  it('a redemption that was paid a second time, unless it is about to be undone', () => {
    const { account, entries, gift: mug, kept, cancelled } = books();
    const [movement] = account.pending;
    if (!movement?.redemption) throw new Error('the books are not set');
    const again = { ...movement, key: movement.key.replace('token-two', 'token-new'), reservation: 'token-new' };
    const replayed = { ...account, pending: [movement, again], balance: -5, ...takenOfPieces([kept, kept]) };
    const reserved = { ...mug, reservations: [{ token: 'token-new', redemptionId: kept._id, personId: 'p-lan', at }] };
    const found = (one: Account, known: StoredEntry[]) =>
      auditBooks([one], known, [{ ...reserved, stock: 2 }], [kept, cancelled]).map(({ rule }) => rule);
    expect(found(replayed, entries)).not.toContain('I5');
    const settled = { ...replayed, settled: settledAfter(replayed, 2), pending: [] };
    expect(found(settled, [...entries, entryOf(replayed, again.key)])).toContain('I5');
  });
});
