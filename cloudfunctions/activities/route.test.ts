import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Outing, openOuting } from '../../test/outing';

// The door logs every request that the line swallowed, and this file swallows some.
for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);
const minute = 60_000;
const start = '2026-11-22T02:00:00.000Z';
const [lin, qian, chen] = ['林晓', '钱惠', '陈一诺'].map(personOf) as [string, string, string];
const lake = { latitude: 30.25, longitude: 120.14, radiusMeters: 200 };
const route = {
  goal: 100,
  points: [
    { id: 'lake', name: '西湖断桥', point: lake },
    { id: 'panda', name: '熊猫基地', point: null },
  ],
};

let outing: Outing;
let activityId: string;
beforeAll(async () => {
  stopClock(start);
  outing = await openOuting(new Date());
});
afterAll(() => outing.close());
beforeEach(async () => {
  stopClock(start);
  activityId = await outing.publish({ organiserIds: [qian], quota: 3 });
  await setRoute();
  for (const name of ['林晓', '陈一诺']) await outing.signUp(name, activityId);
  passTime(90 * minute);
});

const setRoute = (more: Partial<typeof route> = {}, name = '钱惠') =>
  outing.ask(name, 'setRoute', { activityId, ...route, ...more, requestId: freshRequest() });
const codeAt = async (pointId: string) => (await outing.tell('钱惠', 'readPointCode', { activityId, pointId })).code;
const scan = (name: string, pointId: string, code: string) =>
  outing.ask(name, 'visitByCode', { activityId, pointId, code, requestId: freshRequest() });
const standAt = (name: string, pointId: string, more = {}) =>
  outing.ask(name, 'visitByPlace', {
    ...{ activityId, pointId, latitude: 30.25, longitude: 120.14, accuracyMeters: 20, ageSeconds: 3 },
    ...{ ...more, requestId: freshRequest() },
  });

describe('the route', () => {
  it('is set by who organises the activity, until its end, and by nobody else', async () => {
    expect(await setRoute({ goal: 50 })).toMatchObject({ data: { goal: 50, done: 0 } });
    expect(await setRoute({}, '林晓')).toMatchObject({ code: 'activity_not_found' });
    const twice = [route.points[0], route.points[0]] as typeof route.points;
    expect(await setRoute({ points: twice })).toMatchObject({ code: 'input_invalid' });
    passTime(150 * minute);
    expect(await setRoute()).toMatchObject({ ok: true });
    passTime(1);
    expect(await setRoute()).toMatchObject({ code: 'activity_ended' });
  });

  it('keeps a point where somebody has been, but takes another name for it', async () => {
    await standAt('林晓', 'lake');
    const [first, second] = route.points as [(typeof route.points)[0], (typeof route.points)[0]];
    expect(await setRoute({ points: [second] })).toMatchObject({ code: 'route_point_visited' });
    expect(await setRoute({ points: [{ ...first, name: '断桥' }] })).toMatchObject({
      data: { done: 1, points: [{ name: '断桥', done: 1 }] },
    });
  });

  it('is not there where none was set', async () => {
    const other = await outing.publish();
    expect(await outing.tell('林晓', 'readActivity', { activityId: other })).toMatchObject({ hasRoute: false });
    expect(await outing.ask('林晓', 'readRoute', { activityId: other })).toMatchObject({ code: 'route_not_set' });
  });
});

describe('checking in at a point', () => {
  it('counts each person once at each point, all for one goal, and as having come', async () => {
    const before = outing.balanceOf(lin);
    for (let again = 0; again < 2; again += 1) await standAt('林晓', 'lake');
    await Promise.all([scan('林晓', 'panda', await codeAt('panda')), scan('陈一诺', 'panda', await codeAt('panda'))]);
    expect(await outing.tell('钱惠', 'readRoute', { activityId })).toMatchObject({
      ...{ goal: 100, done: 3 },
      points: [
        { id: 'lake', done: 1 },
        { id: 'panda', done: 2 },
      ],
    });
    expect(outing.balanceOf(lin)).toBe(before + 10);
    expect(await outing.tell('钱惠', 'readResults', { activityId })).toMatchObject({ attended: 2 });
  });

  it('by place is believed within the radius and keeps how sure it was, not where', async () => {
    // A thousandth of a degree of latitude is 111 m.
    expect(await standAt('林晓', 'lake', { latitude: 30.2519 })).toMatchObject({ code: 'check_in_too_far' });
    expect(await standAt('林晓', 'lake', { accuracyMeters: 201 })).toMatchObject({ code: 'check_in_unsure' });
    expect(await standAt('林晓', 'lake', { ageSeconds: 61 })).toMatchObject({ code: 'check_in_unsure' });
    expect(await standAt('林晓', 'panda')).toMatchObject({ code: 'check_in_no_place' });
    expect(await standAt('林晓', 'moon')).toMatchObject({ code: 'route_point_not_found' });
    expect(await standAt('林晓', 'lake', { latitude: 30.2517 })).toMatchObject({ ok: true });
    const visits = outing.enrolments(activityId).find(({ personId }) => personId === lin)?.visits;
    expect(visits).toMatchObject({ lake: { by: 'place', fix: { accuracyMeters: 20, distanceMeters: 189 } } });
    expect(JSON.stringify(visits)).not.toContain('30.25');
  });

  it("by code takes this point's code of this moment, no other's and no photo of it", async () => {
    const code = await codeAt('panda');
    expect(await scan('林晓', 'lake', code)).toMatchObject({ code: 'check_in_code_stale' });
    const { code: atTheDoor } = await outing.tell('钱惠', 'readCheckInCode', { activityId });
    expect(await scan('林晓', 'panda', atTheDoor)).toMatchObject({ code: 'check_in_code_stale' });
    passTime(30_000);
    expect(await scan('林晓', 'panda', code)).toMatchObject({ code: 'check_in_code_stale' });
    expect(await outing.ask('林晓', 'readPointCode', { activityId, pointId: 'panda' })).toMatchObject({
      code: 'activity_not_found',
    });
  });

  it('is for those with a seat, while the activity is on', async () => {
    expect(await standAt('王磊', 'lake')).toMatchObject({ code: 'check_in_not_signed_up' });
    passTime(150 * minute + 1);
    expect(await standAt('林晓', 'lake')).toMatchObject({ code: 'check_in_not_open' });
    expect(outing.visitors(activityId, 'lake')).toEqual([]);
  });

  it('of many at the same moment loses nobody', async () => {
    const guests: string[] = [];
    const walk = await outing.publish({ quota: 16 });
    await outing.tell('周岚', 'setRoute', { activityId: walk, ...route, requestId: freshRequest() });
    for (let count = 0; count < 16; count += 1) guests.push(await outing.newcomer());
    for (const guest of guests) await outing.signUp(guest, walk);
    passTime(90 * minute);
    activityId = walk;
    await Promise.all(guests.map((guest) => standAt(guest, 'lake')));
    expect(outing.visitors(walk, 'lake')).toHaveLength(16);
  });

  it('by two taps of one person at once counts once, also while the first is held up', async () => {
    await standAt('陈一诺', 'lake');
    await scan('林晓', 'panda', await codeAt('panda'));
    // Who calls, the activity and the enrolment, the visit, what the points know: then the person joins the point.
    const isHeld = outing.stage.cloud.faults.line.holdAt(6);
    const first = standAt('林晓', 'lake');
    const goOn = await isHeld;
    expect(await standAt('林晓', 'lake')).toMatchObject({ ok: true });
    goOn();
    expect(await first).toMatchObject({ ok: true });
    expect(outing.visitors(activityId, 'lake')).toEqual([chen, lin]);
  });

  it('killed at any request counts once, by its repeat or by the sweep alone', async () => {
    let isRepeated = false;
    const cuts = await killedEverywhere(async (cut) => {
      const wasCut = await cut(() => standAt('陈一诺', 'lake'));
      isRepeated = !isRepeated;
      const isKnown = outing.enrolments(activityId).some(({ visits }) => visits.lake !== undefined);
      if (isRepeated || !wasCut) await standAt('陈一诺', 'lake');
      await outing.sweep();
      const isThere = isRepeated || !wasCut || isKnown;
      expect(outing.visitors(activityId, 'lake')).toEqual(isThere ? [chen] : []);
      expect(outing.enrolments(activityId).every(({ visitSince }) => visitSince === null)).toBe(true);
    });
    expect(cuts).toBeGreaterThan(8);
  });
});
