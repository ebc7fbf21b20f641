import { type PointsContract, points } from '../../../shared/points/contract';
import { freshRequest, type Mall, openMall, stopClock } from '../../../test/mall';

let mall: Mall;
beforeAll(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
});
afterAll(() => mall.close());

const id = { requestId: 'request-of-a-guard-1' };
const redemption = { redemptionId: 'r-unknown', ...id };
const teamGift = {
  ...{ kind: 'teamGift', name: '下午茶', description: '', targetPoints: 100, perPersonPoints: null, valueFen: 0 },
  ...{ branchId: null, closesOn: '2026-12-01' },
};
const terms = {
  ...{ title: '阅读', points: 1, dailyTimes: null, monthlyPoints: null, coolDownMinutes: 0 },
  audience: 'everyone',
};
const thresholds = { recoveryBelowPercent: null, topTenthAbovePercent: null, heldAbovePoints: null, weeksAbove: null };
const inputs: { [Name in keyof PointsContract]: Record<string, unknown> } = {
  readAccount: {},
  readStanding: { personId: 'p-lan' },
  checkIn: id,
  listLedger: {},
  listGifts: {},
  readGift: { giftId: 'mug' },
  wishForGift: { giftId: 'mug', ...id },
  dropWish: { giftId: 'mug', ...id },
  listWishes: {},
  redeemGift: { giftId: 'mug', ...id },
  listMyRedemptions: {},
  readMyRedemption: { redemptionId: 'r-unknown' },
  revealCode: redemption,
  spend: { factId: 'f-1', personId: 'p-lan', points: 1, about: '座位', ...id },
  unspend: { factId: 'f-1', personId: 'p-lan', ...id },
  listPools: { isOpen: true },
  readPool: { poolId: 'pool' },
  payIntoPool: { poolId: 'pool', points: 1, ...id },
  openPool: { ...teamGift, ...id },
  closePool: { poolId: 'pool', reason: '取消', ...id },
  handOverPool: { poolId: 'pool', ...id },
  listShelf: { onSale: true },
  addGift: { name: '杯', description: '', costPoints: 1, stock: 1, perPersonLimit: null, pictureFileId: null, ...id },
  reviseGift: { giftId: 'mug', name: '杯', description: '', perPersonLimit: null, ...id },
  changeGiftPrice: { giftId: 'mug', costPoints: 2, effectiveOn: '2027-01-01', reason: '涨价', ...id },
  readShelfGift: { giftId: 'mug' },
  restockGift: { giftId: 'mug', pieces: 1, ...id },
  addGiftCodes: { giftId: 'mug', codes: ['A-1'], ...id },
  withdrawGift: { giftId: 'mug', ...id },
  relistGift: { giftId: 'mug', ...id },
  listRedemptions: { state: 'reserved' },
  fulfilRedemption: redemption,
  cancelRedemption: { ...redemption, reason: '缺货' },
  refundRedemption: { ...redemption, reason: '坏了', pieceReturns: false },
  readDeliveryAddress: redemption,
  exportRedemptions: { state: 'reserved' },
  welcomePerson: {
    fact: { factId: 'f-1', personId: 'p-lan', employmentId: 'e-1', at: '2026-11-20T01:00:00.000Z' },
    ...id,
  },
  earn: { factId: 'f-2', rule: 'newsRead', personId: 'p-lan', about: null, at: '2026-11-20T01:00:00.000Z', ...id },
  give: {
    factId: 'f-3',
    fromPersonId: 'p-lan',
    toPersonIds: ['p-yu'],
    points: 1,
    about: null,
    at: '2026-11-20T01:00:00.000Z',
    ...id,
  },
  listRules: {},
  listPointAlerts: {},
  changeRule: {
    key: 'newsRead',
    basedOn: 0,
    terms,
    effectiveOn: '2027-01-01',
    reason: '调整',
    ...id,
  },
  changePointSettings: {
    basedOn: 0,
    terms: { lotMonths: 12, allowances: [{ role: 'employee', points: 1 }], pairMonthlyPoints: 1, leaverDays: 0 },
    effectiveOn: '2027-01-01',
    reason: '调整',
    ...id,
  },
  voidEntry: { entryId: 'p-lan.joined', reason: '重复', ...id },
  correctAccount: { personId: 'p-lan', direction: 'add', points: 1, reason: '补发', ...id },
  readInflationBoard: {},
  listBookedLines: { from: '2026-11-01', until: '2026-11-20', source: null },
  changeBoardThresholds: { thresholds, tellsMe: true, ...id },
  tryRule: { key: 'newsRead', terms, ...id },
  advanceRuleTrial: { trialId: 't-unknown', ...id },
  readRuleTrial: { trialId: 't-unknown' },
  tryGiftPrice: { giftId: 'mug', costPoints: 5 },
  listFindings: { state: 'open' },
  noteFinding: { findingId: 'f-unknown', note: '看过', ...id },
  askAboutEntry: { entryId: 'e-unknown', question: '少了', ...id },
  readMyEntry: { entryId: 'e-unknown' },
  listPointCases: { state: 'open' },
  answerPointCase: { caseId: 'c-unknown', outcome: 'explained', points: null, answer: '没有错', ...id },
  exportRedemptionValues: { month: '2026-11' },
};
const doors = ['not_allowed', 'not_signed_in', 'input_invalid', 'call_unknown', 'bug'];
const people: Record<string, readonly string[]> = {
  'o-lan': ['visitor', 'employee'],
  'o-hr': ['visitor', 'employee', 'hr'],
  'o-branch': ['visitor', 'employee', 'branchHr'],
  'o-left': ['visitor', 'alumnus'],
  'o-new': ['visitor', 'newHire'],
  'o-stranger': ['visitor'],
};

describe.each(Object.keys(inputs) as (keyof PointsContract)[])('%s', (call) => {
  it.each(Object.keys(people))('is open to %s exactly if the contract names a role of theirs', async (openId) => {
    const roles: readonly string[] = points[call].roles;
    const mayCall = people[openId]?.some((role) => roles.includes(role)) ?? false;
    const before = mall.books();
    const answer = await mall.stage.call((await import('../index')).main, openId, { call, input: inputs[call] });
    const code = answer.ok ? 'ok' : answer.code;
    expect(!doors.includes(code)).toBe(mayCall);
    if (!mayCall) expect(mall.books()).toEqual(before);
  });

  it('is closed to somebody whom WeChat does not vouch for', async () => {
    const { main } = await import('../index');
    const answer = await mall.stage.call(main, null, { call, input: inputs[call] });
    expect(answer).toMatchObject({ ok: false, code: 'not_signed_in' });
  });
});

it('keeps what another branch may not see out of sight of its HR', async () => {
  await mall.welcome('p-lan');
  await mall.welcome('p-south');
  await mall.putOnShelf({ _id: 'mug', costPoints: 5 });
  const ask = { giftId: 'mug' };
  const head = await mall.tell('o-lan', 'redeemGift', { ...ask, requestId: freshRequest() });
  const south = await mall.tell('o-south', 'redeemGift', { ...ask, requestId: freshRequest() });
  const list = async (openId: string) =>
    (await mall.tell(openId, 'listRedemptions', { state: 'reserved' })).items.map(({ _id }) => _id);
  expect(await list('o-hr')).toEqual([head.redemption._id, south.redemption._id].sort());
  expect(await list('o-branch')).toEqual([south.redemption._id]);

  const before = mall.books();
  const foreign = { redemptionId: head.redemption._id, requestId: freshRequest() };
  expect(await mall.refusalOf('o-branch', 'fulfilRedemption', foreign)).toBe('redemption_not_found');
  expect(await mall.refusalOf('o-branch', 'cancelRedemption', { ...foreign, reason: '缺货' })).toBe(
    'redemption_not_found',
  );
  expect(await mall.refusalOf('o-south', 'readMyRedemption', { redemptionId: head.redemption._id })).toBe(
    'redemption_not_found',
  );
  expect(mall.books()).toEqual(before);
  const own = { redemptionId: south.redemption._id, requestId: freshRequest() };
  expect(await mall.tell('o-branch', 'fulfilRedemption', own)).toMatchObject({ state: 'fulfilled' });
});
