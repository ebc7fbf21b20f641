import type { InputOf } from '../../../shared/kernel/contract';
import type { PointsContract } from '../../../shared/points/contract';
import { cutsOf } from '../../../test/at-every-request';
import { freshRequest, type Mall, openMall, passTime, stopClock } from '../../../test/mall';
import { accounts } from '../store';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  await mall.close();
});

const { atEveryRequest } = cutsOf(() => mall);
const told = (personId: string) =>
  mall.stage.cloud
    .documents('todayEntries')
    .filter((notice) => notice.personId === personId)
    .map((notice) => `${notice.title} ${notice.line}`);
const cupOf = async () => {
  const { name, openId, giftId } = await mall.newcomer();
  const { redemption } = await mall.tell(openId, 'redeemGift', { giftId, requestId: freshRequest() });
  return { personId: `p-${name}`, redemptionId: redemption._id };
};

describe('a redemption', () => {
  it('that HR hands out, and later takes back, is told to its person each time, once', async () => {
    const { personId, redemptionId } = await cupOf();
    const fulfil = { redemptionId, requestId: freshRequest() };
    await mall.tell('o-hr', 'fulfilRedemption', fulfil);
    await mall.tell('o-hr', 'fulfilRedemption', fulfil);
    expect(told(personId)).toEqual(['兑换的礼品已发放 「马克杯」已发放，希望你喜欢。']);
    const refund = { redemptionId, reason: '杯子有裂纹', pieceReturns: false, requestId: freshRequest() };
    await mall.tell('o-hr', 'refundRedemption', refund);
    await mall.sweep();
    expect(told(personId).slice(-1)).toEqual(['兑换已退回，积分退回 「马克杯」：杯子有裂纹。15 积分退回给你。']);
    expect(told(personId)).toHaveLength(2);
  });

  it('is told by the sweep when nobody could be told at once', async () => {
    const { personId, redemptionId } = await cupOf();
    mall.takeTodayDown(true);
    await mall.tell('o-hr', 'cancelRedemption', { redemptionId, reason: '缺货', requestId: freshRequest() });
    await mall.sweep();
    expect(told(personId)).toEqual([]);
    mall.takeTodayDown(false);
    await mall.sweep();
    await mall.sweep();
    expect(told(personId)).toEqual(['兑换已取消，积分退回 「马克杯」：缺货。15 积分退回给你。']);
  });

  const reason = '缺货';
  it.each([
    ['handed out', 'fulfilRedemption', {}, 'fulfilled', '兑换的礼品已发放'],
    ['cancelled', 'cancelRedemption', { reason }, 'cancelled', '兑换已取消，积分退回'],
    ['refunded', 'refundRedemption', { reason, pieceReturns: true }, 'refunded', '兑换已退回，积分退回'],
  ] as const)(
    'that is %s, killed at any request, is told once, by the sweep alone',
    async (_, call, more, state, title) => {
      const cuts = await atEveryRequest(async (cut, request) => {
        const { personId, redemptionId } = await cupOf();
        if (state === 'refunded')
          await mall.tell('o-hr', 'fulfilRedemption', { redemptionId, requestId: freshRequest() });
        const input = { redemptionId, ...more, requestId: freshRequest() };
        const end = () => mall.ask('o-hr', call, input as InputOf<PointsContract[typeof call]>);
        const times = () => told(personId).filter((text) => text.startsWith(title)).length;
        await cut(end);
        await mall.sweep();
        await mall.sweep();
        const isDone = mall.books().redemptions.some((one) => one._id === redemptionId && one.state === state);
        expect({ request, times: times() }).toEqual({ request, times: isDone ? 1 : 0 });
        expect(await end()).toMatchObject({ ok: true, data: { state } });
        await mall.sweep();
        expect({ request, times: times() }).toEqual({ request, times: 1 });
      });
      expect(cuts).toBeGreaterThan(3);
    },
  );
});

describe('a pool', () => {
  const open = async (more: Partial<InputOf<PointsContract['openPool']>> = {}) => {
    const asked = {
      kind: 'teamGift',
      name: '咖啡机',
      description: '',
      targetPoints: 30,
      perPersonPoints: null,
    } as const;
    const where = { valueFen: 260_000, branchId: null, closesOn: '2026-11-30', requestId: freshRequest() };
    return (await mall.tell('o-hr', 'openPool', { ...asked, ...where, ...more }))._id;
  };
  const pay = (name: string, poolId: string, points: number) =>
    mall.tell(`o-${name}`, 'payIntoPool', { poolId, points, requestId: freshRequest() });
  beforeEach(async () => {
    for (const name of ['lan', 'ming', 'yu']) await mall.welcome(`p-${name}`);
  });

  it('that is full is told at once to all who paid, and again when HR has brought the gift', async () => {
    const poolId = await open();
    await pay('lan', poolId, 10);
    await pay('lan', poolId, 10);
    await pay('ming', poolId, 10);
    expect([told('p-lan'), told('p-ming'), told('p-yu')]).toEqual([
      ['一起凑成了 「咖啡机」凑齐了，HR 接下来会办好。'],
      ['一起凑成了 「咖啡机」凑齐了，HR 接下来会办好。'],
      [],
    ]);
    await mall.tell('o-hr', 'handOverPool', { poolId, requestId: freshRequest() });
    await mall.sweep();
    expect(told('p-ming').slice(1)).toEqual(['一起凑的礼物到了 「咖啡机」已经交付，谢谢大家。']);
    expect(told('p-lan')).toHaveLength(2);
  });

  it('that HR gives up is told with the reason, by the sweep when it could not be told at once', async () => {
    const poolId = await open();
    await pay('lan', poolId, 10);
    mall.takeTodayDown(true);
    await mall.tell('o-hr', 'closePool', { poolId, reason: '咖啡机已由公司购买', requestId: freshRequest() });
    mall.takeTodayDown(false);
    for (let minutes = 0; minutes < 3; minutes += 1) await mall.sweep();
    expect(told('p-lan')).toEqual(['一起凑没有成，积分退回 「咖啡机」：咖啡机已由公司购买。你付的积分原样退回。']);
  });

  it('whose giving up is killed at any request is told once, though all is given back before it is told', async () => {
    const poolId = await open();
    await pay('lan', poolId, 10);
    const cuts = await atEveryRequest(async (cut, request) => {
      const close = { poolId, reason: '咖啡机已由公司购买', requestId: freshRequest() };
      await cut(() => mall.ask('o-hr', 'closePool', close));
      await mall.ask('o-hr', 'closePool', close);
      for (let minutes = 0; minutes < 3; minutes += 1) await mall.sweep();
      expect({ request, told: told('p-lan').length }).toEqual({ request, told: 1 });
    });
    expect(cuts).toBeGreaterThan(5);
  });

  it('whose last day is over tells what came together, or that everything goes back', async () => {
    const [gift, charity] = [await open(), await open({ kind: 'charity', name: '图书角', targetPoints: null })];
    await pay('lan', gift, 5);
    await pay('yu', charity, 7);
    passTime(11 * 24 * 3_600_000);
    await mall.sweep();
    await mall.sweep();
    expect(told('p-lan')).toEqual(['一起凑没有成，积分退回 「咖啡机」：到截止日还没有凑齐。你付的积分原样退回。']);
    expect(told('p-yu')).toEqual(['公益募集结束了 「图书角」共收到 7 积分，谢谢你。']);
  });
});

it('an account that the night cannot prove is told to HR of the whole company alone, once a day', async () => {
  for (const name of ['lan', 'ming']) {
    await mall.welcome(`p-${name}`);
    await mall.sweep();
    await accounts.changeOne({ _id: `p-${name}` }, { lifetime: 7 });
  }
  const broken = mall.violations();
  passTime(24 * 3_600_000);
  for (let minutes = 0; minutes < 3; minutes += 1) await mall.sweep();
  const words = '有积分账户对不上账 夜间对账发现余额与流水不一致，请到积分看板查看是哪些账户。';
  expect(told('p-hr')).toEqual([words]);
  expect([told('p-branch'), told('p-lan')]).toEqual([[], []]);
  expect((await mall.tell('o-hr', 'listPointAlerts', {})).items).toHaveLength(2);
  passTime(24 * 3_600_000);
  await mall.sweep();
  expect(told('p-hr')).toEqual([words, words]);
  expect(mall.violations()).toEqual(broken);
  for (const name of ['lan', 'ming']) await accounts.changeOne({ _id: `p-${name}` }, { lifetime: 20 });
});
