import type { InputOf } from '../../../shared/kernel/contract';
import type { PointsContract } from '../../../shared/points/contract';
import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';

// A hundred at once take their time on a machine that is busy with other tests.
jest.setTimeout(30_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
});
afterEach(() => mall.close());

type Fact = Partial<InputOf<PointsContract['earn']>>;
const day = 24 * 3_600_000;
const earn = (fact: Fact) =>
  mall.deliver('earn', {
    factId: freshRequest(),
    rule: 'trainingPassed',
    personId: 'p-lan',
    about: '信息安全入门',
    at: new Date().toISOString(),
    requestId: freshRequest(),
    ...fact,
  });
const earned = (points: number) => expect.objectContaining({ ok: true, data: { points, heldBack: null } });
const held = (why: string) => expect.objectContaining({ ok: true, data: { points: 0, heldBack: why } });

it('earns what was published for the fact itself, once, until HR ends its rule', async () => {
  const fact = { factId: 'quiz-1', rule: 'festivalQuiz', points: 15 } as const;
  expect(await earn(fact)).toEqual(earned(15));
  expect(await earn(fact)).toEqual(earned(15));
  expect(await earn({ factId: 'quiz-2', rule: 'festivalQuiz' })).toEqual(earned(10));
  expect(await earn({ points: 15 })).toEqual(earned(20));
  const { terms: version } = { terms: { title: '节日答题', points: 0, dailyTimes: null, monthlyPoints: null } };
  const ended = { ...version, coolDownMinutes: 0, audience: 'everyone' } as const;
  const said = { effectiveOn: '2026-11-21', basedOn: 0, reason: '不办了', requestId: freshRequest() };
  await mall.tell('o-hr', 'changeRule', { key: 'festivalQuiz', terms: ended, ...said });
  stopClock('2026-11-20T16:00:00.000Z');
  expect(await earn({ ...fact, factId: 'quiz-3' })).toEqual(held('ruleEnded'));
});

it('earns what the rule says, and the line names rule, version, reason and where it came from', async () => {
  expect(await earn({ factId: 'training-1' })).toEqual(earned(20));
  const { items } = await mall.tell('o-lan', 'listLedger', {});
  expect(items[0]).toMatchObject({
    _id: 'p-lan.trainingPassed.training-1',
    points: 20,
    pocket: 'spend',
    from: 'issue',
    to: 'person',
    balanceAfter: 40,
    ruleTitle: '通过培训',
    cause: { kind: 'earned', rule: 'trainingPassed', version: 0, about: '信息安全入门' },
  });
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 40, lifetime: 40, lots: { '2027-11-30': 40 } });
});

it('costs two database requests, one more once a day in a container, and one when it is repeated', async () => {
  const first = { factId: 'training-1' };
  expect((await mall.stage.counted(() => earn(first))).dbRequests).toBe(2);
  passTime(day);
  expect((await mall.stage.counted(() => earn({}))).dbRequests).toBe(3);
  await mall.sweep();
  expect((await mall.stage.counted(() => earn(first))).dbRequests).toBe(1);
});

it('earns once, delivered twice at the same moment, later, and after it was settled', async () => {
  const fact = { factId: 'training-1' };
  expect(await Promise.all([earn(fact), earn(fact), earn(fact)])).toEqual([earned(20), earned(20), earned(20)]);
  expect(await earn(fact)).toEqual(earned(20));
  await mall.tell('o-lan', 'listLedger', {});
  expect(await earn(fact)).toEqual(earned(20));
  passTime(day);
  expect(await earn(fact)).toEqual(earned(20));
  expect(mall.accountOf('p-lan')?.balance).toBe(40);
});

it('opens an account for whom points never concerned', async () => {
  expect(await earn({ personId: 'p-ming' })).toEqual(earned(20));
  expect(await earn({ personId: 'p-ming' })).toEqual(earned(20));
  expect(await earn({ personId: 'p-ming' })).toEqual(held('dailyTimes'));
});

it('stops at the daily times, and goes on at midnight in Shanghai', async () => {
  stopClock('2026-11-20T15:59:59.999Z');
  expect([await earn({}), await earn({}), await earn({})]).toEqual([earned(20), earned(20), held('dailyTimes')]);
  stopClock('2026-11-20T16:00:00.000Z');
  expect(await earn({})).toEqual(earned(20));
});

it('lets exactly as many of a hundred facts through as the rule allows', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => earn({})));
  expect(answers.filter((answer) => answer.ok && answer.data.points === 20)).toHaveLength(2);
  expect(mall.accountOf('p-lan')?.balance).toBe(60);
});

it('stops at the points of a month, and goes on in the next one', async () => {
  const activity = { rule: 'activityAttended' } as const;
  for (let count = 0; count < 5; count += 1) {
    expect([await earn(activity), await earn(activity)]).toEqual([earned(10), earned(10)]);
    passTime(day);
    await mall.sweep();
  }
  expect(await earn(activity)).toEqual(held('monthlyPoints'));
  stopClock('2026-11-30T16:00:00.000Z');
  expect(await earn(activity)).toEqual(earned(10));
});

it('cools down: to the millisecond', async () => {
  const read = { rule: 'newsRead' } as const;
  expect(await earn(read)).toEqual(earned(2));
  passTime(59_999);
  expect(await earn(read)).toEqual(held('coolDown'));
  passTime(1);
  expect(await earn(read)).toEqual(earned(2));
});

it('counts a fact that comes late on its own day, unless that is long ago or in the future', async () => {
  await earn({});
  await earn({});
  const yesterday = '2026-11-19T01:00:00.000Z';
  expect(await earn({ at: yesterday })).toEqual(earned(20));
  expect(await earn({ at: '2026-11-12T15:59:59.999Z' })).toEqual(held('dailyTimes'));
  expect(await earn({ at: '2026-11-12T16:00:00.000Z' })).toEqual(earned(20));
  expect(await earn({ at: '2026-11-21T01:00:00.000Z' })).toEqual(held('dailyTimes'));
});

it('keeps what was held back, once, until a rule can no longer be tried on it', async () => {
  await earn({});
  await earn({});
  for (let count = 0; count < 2; count += 1) await earn({ factId: 'training-3' });
  expect(mall.stage.cloud.documents('pointsHeldBack')).toMatchObject([
    { _id: 'p-lan.trainingPassed.training-3', why: 'dailyTimes', purgeAt: '2027-02-28T01:00:00.000Z' },
  ]);
  stopClock('2027-02-28T01:00:00.001Z');
  await mall.sweep();
  expect(mall.stage.cloud.documents('pointsHeldBack')).toEqual([]);
});

describe('a rule that HR changed', () => {
  const terms = {
    title: '通过考试',
    points: 7,
    dailyTimes: 1,
    monthlyPoints: null,
    coolDownMinutes: 0,
    audience: 'everyone' as const,
  };
  const change = (more: Partial<InputOf<PointsContract['changeRule']>> = {}) =>
    mall.ask('o-hr', 'changeRule', {
      key: 'trainingPassed',
      basedOn: 0,
      terms,
      effectiveOn: '2026-11-21',
      reason: '预算',
      requestId: freshRequest(),
      ...more,
    });

  it('holds from the day it takes effect, and entries name its version', async () => {
    expect(await change()).toMatchObject({ ok: true, data: { version: 1, changedBy: 'p-hr' } });
    expect(await earn({})).toEqual(earned(20));
    stopClock('2026-11-20T16:00:00.000Z');
    expect(await earn({})).toEqual(earned(7));
    expect(await earn({})).toEqual(held('dailyTimes'));
    expect(await earn({ at: '2026-11-20T02:00:00.000Z' })).toEqual(earned(20));
    const { items } = await mall.tell('o-lan', 'listLedger', {});
    expect(items.slice(0, 2)).toMatchObject([
      { points: 20, cause: { version: 0 }, ruleTitle: '通过培训' },
      { points: 7, cause: { version: 1 }, ruleTitle: '通过考试' },
    ]);
  });

  it('takes effect tomorrow at the earliest, in the last hour of a day the day after', async () => {
    expect(await change({ effectiveOn: '2026-11-20' })).toMatchObject({
      code: 'rule_effective_too_early',
      detail: { earliest: '2026-11-21' },
    });
    stopClock('2026-11-20T15:00:00.000Z');
    expect(await change()).toMatchObject({ code: 'rule_effective_too_early', detail: { earliest: '2026-11-22' } });
    stopClock('2026-11-20T14:59:59.999Z');
    expect(await change()).toMatchObject({ ok: true });
  });

  it('is decided once, by one of two who saw the same version, and again only on what they see then', async () => {
    const requestId = freshRequest();
    const answers = await Promise.all([change({ requestId }), change({ reason: '另一个理由' })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'rule_changed_meanwhile' });
    expect(await change({ basedOn: 1, terms: { ...terms, points: 9 } })).toMatchObject({ ok: true });
    const { rules } = await mall.tell('o-hr', 'listRules', {});
    const rule = rules.find(({ current }) => current.key === 'trainingPassed');
    expect(rule?.current.version).toBe(0);
    expect(rule?.versions.map(({ version, points }) => [version, points])).toEqual([
      [2, 9],
      [1, 7],
      [0, 20],
    ]);
  });

  it('answers a repeat as the first time and refuses its id for another decision', async () => {
    const requestId = freshRequest();
    const first = await change({ requestId });
    expect(await change({ requestId })).toMatchObject({ ok: true, data: first.ok && first.data });
    expect(await change({ requestId, reason: '别的' })).toMatchObject({ code: 'request_id_reused' });
  });

  it('earns nothing any more once it is ended, nor for those it is not meant for', async () => {
    await change({ terms: { ...terms, points: 0 } });
    await change({ key: 'quizPassed', terms: { ...terms, audience: ['hr'] } });
    stopClock('2026-11-20T16:00:00.000Z');
    expect(await earn({})).toEqual(held('ruleEnded'));
    expect(await earn({ rule: 'quizPassed' })).toEqual(held('audience'));
    expect(await earn({ rule: 'quizPassed', personId: 'p-hr' })).toEqual(earned(7));
  });

  it('of 签到 changes what it gains, caps it, and ends it', async () => {
    const checkIn = () => mall.ask('o-lan', 'checkIn', { requestId: freshRequest() });
    await change({ key: 'checkIn', terms: { ...terms, title: '打卡', points: 3, monthlyPoints: 5 } });
    await change({ key: 'checkIn', basedOn: 1, terms: { ...terms, points: 0 }, effectiveOn: '2026-11-23' });
    stopClock('2026-11-21T01:00:00.000Z');
    expect(await checkIn()).toMatchObject({ ok: true, data: { gained: 3, account: { checkInPoints: 3 } } });
    passTime(day);
    expect(await checkIn()).toMatchObject({ code: 'earning_capped' });
    passTime(day);
    expect(await checkIn()).toMatchObject({ code: 'earning_ended' });
  });
});
