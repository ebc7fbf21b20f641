import { points } from '../../../shared/points/contract';
import type { GiftStanding } from '../../../shared/points/model';
import type { Wish } from '../../../shared/points/wish-calls';
import { draftProblems, emptyDraft, giftOf } from './pages/new-gift/gift-draft';
import { standingInWords } from './wording/gift';
import { progressOf } from './wording/redemption';
import { weeklyInWords, wishLine } from './wording/wish';

describe('a gift in the mall', () => {
  const now = new Date('2026-11-22T04:30:00.000Z');
  const said: [GiftStanding, string][] = [
    [{ kind: 'can' }, '可兑换'],
    [{ kind: 'short', missing: 1200 }, '还差 1,200 积分'],
    [{ kind: 'limitReached', limit: 1, per: 'person' }, '已到上限'],
    [{ kind: 'limitReached', limit: 1, per: 'month' }, '本月已到上限'],
    [{ kind: 'limitReached', limit: 2, per: 'year' }, '今年已到上限'],
    [{ kind: 'notYet', on: '2026-12-01' }, '12月1日开始'],
    [{ kind: 'ended', on: '2026-10-01' }, '已结束'],
    [{ kind: 'soldOut' }, '已兑完'],
  ];
  test.each(said)('%j is said as %s', (standing, words) => {
    expect(standingInWords(standing, now).standing).toBe(words);
  });
});

describe('a wish', () => {
  const now = new Date('2026-11-22T04:30:00.000Z');
  const wish = {
    ...{ _id: 'mug', name: '马克杯', description: '', costPoints: 100, nextPrice: null, stock: 3, pictureUrl: null },
    ...{ category: 'living', handing: 'pickUp', perPersonLimit: null, monthlyLimit: null, yearlyLimit: null },
    ...{ saleFrom: null, saleUntil: null, onSale: true, standing: { kind: 'short', missing: 30 }, weeks: 6 },
  } satisfies Wish;
  test.each<[Partial<Wish>, string]>([
    [{}, '还差 30 积分，约 6 周'],
    [{ weeks: 52 }, '还差 30 积分，约 52 周'],
    [{ weeks: 53 }, '还差 30 积分，一年以上'],
    [{ weeks: null }, '还差 30 积分'],
    [{ standing: { kind: 'can' }, weeks: null }, '可兑换'],
    [{ onSale: false }, '已下架'],
  ])('%j is said as %s', (more, words) => {
    expect(wishLine({ ...wish, ...more }, now).standing).toBe(words);
  });

  test('says by whose earning the weeks were reckoned', () => {
    expect(weeklyInWords({ points: 4.6, of: 'person' })).toContain('你最近 90 天平均每周约 5 积分');
    expect(weeklyInWords({ points: 0.2, of: 'person' })).toContain('每周约 1 积分');
    expect(weeklyInWords({ points: 9, of: 'company' })).toContain('同事们每周约 9 积分');
    expect(weeklyInWords(null)).toContain('估不出');
  });
});

describe('a new gift', () => {
  const draft = { ...emptyDraft, name: '保温杯', cost: '120', stock: '20' };

  test('a whole draft has no problems and is what the contract takes', () => {
    expect(draftProblems(draft)).toEqual({});
    const input = { ...giftOf(draft), pictureFileId: null, requestId: 'r-1234567890123456' };
    expect(points.addGift.input.safeParse(input).success).toBe(true);
  });

  test.each([
    ['name', ''],
    ['name', ' '],
    ['name', '长'.repeat(41)],
    ['cost', '0'],
    ['cost', '1000001'],
    ['cost', '1.5'],
    ['cost', '-1'],
    ['stock', '100001'],
    ['stock', ''],
    ['limit', '0'],
    ['limit', '1001'],
  ])('%s %p is named beside its field', (field, text) => {
    expect(Object.keys(draftProblems({ ...draft, [field]: text }))).toEqual([field]);
  });

  test.each([
    ['name', '长'.repeat(40)],
    ['cost', '1000000'],
    ['stock', '0'],
    ['stock', '100000'],
    ['limit', ''],
    ['limit', '1000'],
  ])('%s %p is fine', (field, text) => {
    expect(draftProblems({ ...draft, [field]: text })).toEqual({});
  });

  test('no limit is said as none', () => {
    expect(giftOf(draft).perPersonLimit).toBeNull();
  });
});

describe('a redemption', () => {
  const redemption = {
    _id: 'r',
    personId: 'p',
    personName: '周岚',
    branchId: 'head-office',
    giftId: 'g',
    giftName: '保温杯',
    costPoints: 120,
    handing: 'pickUp' as const,
    cancelReason: null,
    codeSeenAt: null,
    at: '2026-11-22T04:00:00.000Z',
    closedAt: null,
  };
  const now = new Date('2026-11-22T04:30:00.000Z');

  test('that waits says who acts next', () => {
    expect(progressOf({ ...redemption, state: 'reserved' }, now).next).toContain('HR 会联系你');
  });

  test('that was cancelled gives the reason and the points back', () => {
    const cancelled = { ...redemption, state: 'cancelled' as const, cancelReason: '缺货', closedAt: redemption.at };
    expect(progressOf(cancelled, now).next).toBe('原因：缺货。120 积分已经退回给你。');
  });
});
