import { type Account, openAccount } from './account';
import { perPersonLimitOf, type StoredGift, shelved } from './gift';
import type { Spending } from './lots';
import {
  askedPlainly,
  checkRedeemable,
  earlierRedemption,
  type RedeemRequest,
  redemptionMovement,
  rememberedRedemption,
  undoneDebit,
} from './redeem-gift';

const gift: StoredGift = shelved({
  _id: 'mug',
  name: '马克杯',
  description: '',
  costPoints: 30,
  stock: 1,
  supplied: 1,
  perPersonLimit: 2,
  pictureFileId: null,
  onSale: true,
  createdAt: '2026-01-01T00:00:00.000Z',
});
const having = (points: number): Account => ({
  ...openAccount('p-lan'),
  balance: points,
  lots: { '2026-12-31': points },
});
const account = having(30);
const lots = { '2026-12-31': -30 };
const spending: Spending = { today: '2026-11-20', spendBy: null };
const request: RedeemRequest = {
  personId: 'p-lan',
  personName: '周岚',
  branchId: 'head-office',
  giftId: 'mug',
  requestId: 'request-1',
  redemptionId: 'r-1',
  at: '2026-11-20T01:00:00.000Z',
  ...askedPlainly,
  spending,
};

const on = (more: Partial<Spending>): RedeemRequest => ({ ...request, spending: { ...spending, ...more } });

describe('a gift', () => {
  it('can be had for exactly its price, and is one point short at one less', () => {
    expect(() => checkRedeemable(account, gift, request)).not.toThrow();
    expect(() => checkRedeemable(having(31), gift, request)).not.toThrow();
    expect(() => checkRedeemable(having(29), gift, request)).toThrow(
      expect.objectContaining({ code: 'points_not_enough', detail: { missing: 1 } }),
    );
  });

  it('is not had with points past their day, nor after the last day of a leaver', () => {
    const past = { ...account, lots: { '2026-11-19': 20, '2026-11-20': 30 } };
    expect(() => checkRedeemable(past, gift, request)).not.toThrow();
    expect(() => checkRedeemable(past, gift, on({ today: '2026-11-21' }))).toThrow('points_not_enough');
    expect(() => checkRedeemable(account, gift, on({ spendBy: '2026-11-20' }))).not.toThrow();
    expect(() => checkRedeemable(account, gift, on({ spendBy: '2026-11-19' }))).toThrow('spending_ended');
  });

  it('is sold out at none, not at one', () => {
    expect(() => checkRedeemable(account, { ...gift, stock: 0 }, request)).toThrow('gift_sold_out');
  });

  it('can be had up to its limit', () => {
    expect(() => checkRedeemable({ ...account, taken: { mug: 1 } }, gift, request)).not.toThrow();
    expect(() => checkRedeemable({ ...account, taken: { mug: 2 } }, gift, request)).toThrow('gift_limit_reached');
    expect(() => checkRedeemable({ ...account, taken: { mug: 3 } }, gift, request)).toThrow('gift_limit_reached');
    expect(() => checkRedeemable({ ...account, taken: { pen: 2 } }, gift, request)).not.toThrow();
  });

  it('without a limit can be had a thousand times', () => {
    const endless = shelved({ ...gift, perPersonLimit: null });
    expect(perPersonLimitOf(endless)).toBeNull();
    expect(() => checkRedeemable({ ...account, taken: { mug: 1000 } }, endless, request)).not.toThrow();
    expect(perPersonLimitOf(shelved({ ...gift, perPersonLimit: 1000 }))).toBe(1000);
  });

  it('that is withdrawn or was never there is not found', () => {
    expect(() => checkRedeemable(account, { ...gift, onSale: false }, request)).toThrow('gift_not_found');
    expect(() => checkRedeemable(account, null, request)).toThrow('gift_not_found');
  });

  it('waits at 200 pending movements and at 2,000 reservations, not before', () => {
    const movement = redemptionMovement(request, gift, 't', lots);
    const many = (count: number) => Array.from({ length: count }, () => movement);
    expect(() => checkRedeemable({ ...account, pending: many(199) }, gift, request)).not.toThrow();
    expect(() => checkRedeemable({ ...account, pending: many(200) }, gift, request)).toThrow('points_busy');
    const reserved = (count: number) =>
      Array.from({ length: count }, () => ({ token: 't', redemptionId: 'r', personId: 'p', at: request.at }));
    expect(() => checkRedeemable(account, { ...gift, reservations: reserved(1999) }, request)).not.toThrow();
    expect(() => checkRedeemable(account, { ...gift, reservations: reserved(2000) }, request)).toThrow('points_busy');
  });
});

describe('a request that comes again', () => {
  const movement = redemptionMovement(request, gift, 't', lots);

  it('finds its redemption, remembered or still pending', () => {
    expect(earlierRedemption(account, request)).toBeNull();
    const remembered = { ...account, recent: [rememberedRedemption(movement)] };
    const pending = { ...account, pending: [movement] };
    for (const known of [remembered, pending]) {
      expect(earlierRedemption(known, request)).toMatchObject({ _id: 'r-1', costPoints: 30 });
      expect(() => earlierRedemption(known, { ...request, giftId: 'pen' })).toThrow('request_id_reused');
      expect(earlierRedemption(known, { ...request, requestId: 'request-2' })).toBeNull();
    }
  });

  it('does not find a debit that was taken back', () => {
    const undone = { ...account, pending: [movement, undoneDebit(movement, request.at)] };
    expect(earlierRedemption(undone, request)).toBeNull();
  });

  it('does not pass for a check-in', () => {
    const checkedIn = { requestId: 'request-1', call: 'checkIn' as const, day: '2026-11-20', gained: 5 };
    expect(() => earlierRedemption({ ...account, recent: [checkedIn] }, request)).toThrow('request_id_reused');
  });
});

it('takes the price of the gift as it was reserved, and gives exactly that back', () => {
  const movement = redemptionMovement(request, { ...gift, costPoints: 12 }, 't', { '2026-12-31': -12 });
  expect(movement).toMatchObject({ points: -12, redemption: { costPoints: 12 }, reservation: 't' });
  expect(undoneDebit(movement, request.at)).toMatchObject({ points: 12, undoes: 't', reservation: null });
});
