import { figures } from '../../seeds/company';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { minutesAfter } from '../../shared/kernel/day';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Outing, openOuting } from '../../test/outing';

jest.setTimeout(60_000);
const minute = 60_000;
const [lin, qian] = ['林晓', '钱惠'].map(personOf) as [string, string];

let outing: Outing;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  outing = await openOuting(new Date());
});
afterEach(() => outing.close());

const cancel = (name: string, activityId: string) =>
  outing.ask(name, 'cancelSignUp', { activityId, requestId: freshRequest() });
const mineOf = async (name: string, activityId: string) =>
  (await outing.tell(name, 'readActivity', { activityId })).mine;

describe('publishing', () => {
  it('tells everybody who is meant, once, and nobody else', async () => {
    await outing.publish({ title: '成都火锅', audience: { kind: 'branches', branchIds: ['chengdu'] } });
    for (let count = 0; count < 3; count += 1) await outing.sweep();
    expect(outing.toldTo(personOf('唐思远')).filter((title) => title === '新活动：成都火锅')).toHaveLength(1);
    expect(outing.toldTo(lin)).not.toContain('新活动：成都火锅');
  });

  it('twice under one request is one activity; with other words it is refused', async () => {
    const requestId = freshRequest();
    const first = await outing.publish({ requestId });
    const before = outing.stage.cloud.documents('activities').length;
    expect(await outing.publish({ requestId })).toBe(first);
    expect(outing.stage.cloud.documents('activities')).toHaveLength(before);
    await expect(outing.publish({ requestId, title: '别的' })).rejects.toThrow('request_id_reused');
  });

  it('needs times that follow each other, organisers who work here, and no walk-ins where a seat costs', async () => {
    const later = (minutes: number) => minutesAfter(new Date(), minutes);
    await expect(outing.publish({ endsAt: later(120) })).rejects.toThrow('activity_times_wrong');
    await expect(outing.publish({ signUpClosesAt: later(121) })).rejects.toThrow('activity_times_wrong');
    await expect(outing.publish({ signUpClosesAt: later(0) })).rejects.toThrow('activity_times_wrong');
    await expect(outing.publish({ organiserIds: [personOf('孙倩')] })).rejects.toThrow('colleague_not_found');
    await expect(outing.publish({ feePoints: 1, allowsWalkIns: true })).rejects.toThrow('activity_walk_in_fee');
  });

  it("is for a branch's HR only within the branch, and an activity of another branch is not there", async () => {
    const activityId = await outing.publish();
    const { mine: _, ...seen } = await outing.tell('李蓉', 'readActivity', { activityId });
    expect(seen.mayOrganise).toBe(false);
    const off = { activityId, reason: '换一天', requestId: freshRequest() };
    expect(await outing.ask('李蓉', 'cancelActivity', off)).toMatchObject({ code: 'activity_not_found' });
    const chengdu = await outing.publish({ audience: { kind: 'branches', branchIds: ['chengdu'] } });
    expect(await outing.ask('林晓', 'readActivity', { activityId: chengdu })).toMatchObject({
      code: 'activity_not_found',
    });
    expect(await outing.signUp('林晓', chengdu)).toMatchObject({ code: 'activity_not_found' });
    expect((await outing.tell('李蓉', 'listOrganised', {})).items.map(({ _id }) => _id)).toEqual([chengdu]);
  });
});

it('an activity for several branches is for the people of each, and nobody else’s', async () => {
  const branchIds = ['chengdu', 'shenzhen'];
  const activityId = await outing.publish({ audience: { kind: 'branches', branchIds } });
  expect(await outing.signUp('唐思远', activityId)).toMatchObject({ ok: true });
  expect(await outing.signUp('林晓', activityId)).toMatchObject({ code: 'activity_not_found' });
  expect((await outing.tell('李蓉', 'listOrganised', {})).items).toEqual([]);
});

describe('an activity for several departments', () => {
  const audience = { kind: 'departments' as const, departmentNames: ['研发部', '产品部'] };
  const shownTo = async (name: string) =>
    (await outing.tell(name, 'listActivities', { which: 'coming' })).items.map(({ title }) => title);

  it('is told to, shown to and open for those in one of them, and is not there for the others', async () => {
    const activityId = await outing.publish({ title: '黑客松', audience });
    for (let count = 0; count < 3; count += 1) await outing.sweep();
    const inside = figures.filter(({ departmentName }) => audience.departmentNames.includes(departmentName));
    expect(inside.some(({ name }) => name === '林晓')).toBe(true);
    expect(outing.toldTo(lin).filter((title) => title === '新活动：黑客松')).toHaveLength(1);
    expect(outing.toldTo(qian)).not.toContain('新活动：黑客松');
    expect(await shownTo('林晓')).toContain('黑客松');
    expect(await shownTo('钱惠')).not.toContain('黑客松');
    expect(await outing.signUp('林晓', activityId)).toMatchObject({ data: { audience, mine: { state: 'seated' } } });
    expect(await outing.signUp('钱惠', activityId)).toMatchObject({ code: 'activity_not_found' });
  });

  it('or for managers comes from HR of the whole company only', async () => {
    const times = { startsAt: minutesAfter(new Date(), 120), endsAt: minutesAfter(new Date(), 240) };
    const { organiserIds, ...published } = outing.activity(await outing.publish());
    const { title, kind, about, place, point, quota, feePoints, allowsWalkIns } = published;
    const terms = { title, kind, about, place, point, quota, feePoints, allowsWalkIns, organiserIds, ...times };
    const publish = (one: object) =>
      outing.ask('李蓉', 'publishActivity', {
        ...{ ...terms, signUpClosesAt: times.startsAt, audience, requestId: freshRequest() },
        ...one,
      });
    expect(await publish({})).toMatchObject({ code: 'branch_out_of_reach' });
    expect(await publish({ audience: { kind: 'managers' } })).toMatchObject({ code: 'branch_out_of_reach' });
    expect(await publish({ audience: { kind: 'branches', branchIds: ['head-office'] } })).toMatchObject({
      code: 'branch_out_of_reach',
    });
    expect(await publish({ audience: { kind: 'branches', branchIds: ['chengdu', 'head-office'] } })).toMatchObject({
      code: 'branch_out_of_reach',
    });
    expect(await publish({ audience: { kind: 'branches', branchIds: ['chengdu'] } })).toMatchObject({ ok: true });
    await outing.publish({ title: '主管读书会', audience: { kind: 'managers' } });
    for (let count = 0; count < 3; count += 1) await outing.sweep();
    expect(outing.toldTo(personOf('顾怀远'))).toContain('新活动：主管读书会');
    expect(outing.toldTo(lin)).not.toContain('新活动：主管读书会');
  });
});

describe('signing up', () => {
  it('takes the fee that stood on the page, and no other', async () => {
    const activityId = await outing.publish({ feePoints: 15 });
    const guest = await outing.newcomer();
    const signUp = (feePoints: number, as = guest) =>
      outing.ask(as, 'signUp', { activityId, feePoints, requestId: freshRequest() });
    expect(await signUp(10)).toMatchObject({ code: 'activity_fee_changed' });
    expect(outing.activity(activityId).memberIds).toEqual([]);
    expect(await signUp(15)).toMatchObject({ ok: true });
    expect(await signUp(10)).toMatchObject({ data: { mine: { state: 'seated' } } });
    expect(outing.balanceOf(guest.replace('o-', 'p-'))).toBe(5);
  });

  it('gives seats in order, then places in the queue', async () => {
    const activityId = await outing.publish({ quota: 1 });
    expect(await outing.signUp('林晓', activityId)).toMatchObject({ data: { taken: 1, mine: { state: 'seated' } } });
    expect(await outing.signUp('王磊', activityId)).toMatchObject({
      data: { mine: { state: 'waiting', queuePlace: 1 } },
    });
    expect(await outing.signUp('陈一诺', activityId)).toMatchObject({ data: { mine: { queuePlace: 2 } } });
    expect(await outing.signUp('林晓', activityId)).toMatchObject({ data: { taken: 1, waiting: 2 } });
    await outing.sweep();
    expect(outing.contradictions(activityId)).toEqual([]);
  });

  it('costs three requests, waiting four, and what the books need where a seat costs points', async () => {
    const [free, dear] = [await outing.publish({ quota: 1 }), await outing.publish({ feePoints: 15 })];
    const guest = await outing.newcomer();
    const costs: number[] = [];
    for (const [name, activityId] of [
      ['林晓', free],
      ['王磊', free],
      [guest, dear],
    ] as const) {
      const { dbRequests } = await outing.stage.counted(() => outing.signUp(name, activityId));
      costs.push(dbRequests);
    }
    expect(costs).toEqual([3, 4, 6]);
  });

  it('moves the one who waits longest up when somebody cancels, and tells them', async () => {
    const activityId = await outing.publish({ quota: 1 });
    for (const name of ['林晓', '王磊', '陈一诺']) await outing.signUp(name, activityId);
    expect(await cancel('林晓', activityId)).toMatchObject({ ok: true, data: { taken: 1, waiting: 1 } });
    expect(await mineOf('王磊', activityId)).toMatchObject({ state: 'seated' });
    expect(await mineOf('陈一诺', activityId)).toMatchObject({ state: 'waiting', queuePlace: 1 });
    expect(outing.toldTo(personOf('王磊')).filter((title) => title.startsWith('有位置了'))).toHaveLength(1);
    await outing.sweep();
    expect(outing.contradictions(activityId)).toEqual([]);
  });

  it('that was given up is not brought back by its own repeat, but by another', async () => {
    const activityId = await outing.publish();
    const requestId = freshRequest();
    await outing.tell('林晓', 'signUp', { activityId, feePoints: 0, requestId });
    await cancel('林晓', activityId);
    expect(await outing.tell('林晓', 'signUp', { activityId, feePoints: 0, requestId })).toMatchObject({ taken: 0 });
    expect(await outing.signUp('林晓', activityId)).toMatchObject({ data: { mine: { state: 'seated' } } });
    await outing.sweep();
    expect(outing.contradictions(activityId)).toEqual([]);
  });

  it('closes at its moment, and cannot be cancelled once the activity has begun', async () => {
    const activityId = await outing.publish();
    await outing.signUp('林晓', activityId);
    passTime(120 * minute - 1);
    expect(await outing.signUp('陈一诺', activityId)).toMatchObject({ ok: true });
    passTime(1);
    expect(await outing.signUp('王磊', activityId)).toMatchObject({ code: 'sign_up_closed' });
    expect(await cancel('林晓', activityId)).toMatchObject({ code: 'activity_over' });
  });

  it('takes the fee with the seat and gives it back with the seat', async () => {
    const activityId = await outing.publish({ feePoints: 15, quota: 1 });
    const [first, second] = [await outing.newcomer(), await outing.newcomer()];
    const of = (openId: string) => outing.balanceOf(openId.replace('o-', 'p-'));
    await outing.signUp(first, activityId);
    await outing.signUp(second, activityId);
    expect([of(first), of(second)]).toEqual([5, 20]);
    await cancel(first, activityId);
    expect([of(first), of(second)]).toEqual([20, 5]);
    await outing.sweep();
    expect(outing.contradictions(activityId, [first, second])).toEqual([]);
  });

  it('without enough points leaves the seat to the next who waits', async () => {
    const activityId = await outing.publish({ feePoints: 15, quota: 1 });
    const [rich, poor, third] = [await outing.newcomer(), await outing.newcomer(false), await outing.newcomer()];
    for (const guest of [rich, poor, third]) await outing.signUp(guest, activityId);
    await cancel(rich, activityId);
    expect(await mineOf(third, activityId)).toMatchObject({ state: 'seated' });
    expect(await mineOf(poor, activityId)).toMatchObject({ state: 'left' });
    expect(await outing.signUp(poor, await outing.publish({ feePoints: 15 }))).toMatchObject({
      ...{ code: 'points_not_enough', detail: { missing: 15 } },
    });
    await outing.sweep();
    expect(outing.contradictions(activityId, [rich, third])).toEqual([]);
  });

  it('by 64 people at once gives the last seats away exactly, and the others stand in one queue', async () => {
    const activityId = await outing.publish({ quota: 5, feePoints: 5 });
    const guests: string[] = [];
    for (let count = 0; count < 64; count += 1) guests.push(await outing.newcomer());
    await Promise.all(guests.map((guest) => outing.signUp(guest, activityId)));
    for (let count = 0; count < 4; count += 1) await outing.sweep();
    expect(outing.contradictions(activityId, guests)).toEqual([]);
    expect(outing.activity(activityId)).toMatchObject({ seatsLeft: -59, memberIds: { length: 64 } });
    const leaving = outing.activity(activityId).memberIds.slice(0, 3);
    await Promise.all(leaving.map((personId) => cancel(personId.replace('p-', 'o-'), activityId)));
    for (let count = 0; count < 4; count += 1) await outing.sweep();
    expect(outing.contradictions(activityId, guests)).toEqual([]);
    expect(outing.activity(activityId)).toMatchObject({ seatsLeft: -56, pendingSince: null });
  });

  it('is told and paid back to everybody when HR cancels', async () => {
    const activityId = await outing.publish({ feePoints: 15, quota: 1 });
    const [seated, waits] = [await outing.newcomer(), await outing.newcomer()];
    for (const guest of [seated, waits]) await outing.signUp(guest, activityId);
    await outing.tell('周岚', 'cancelActivity', { activityId, reason: '下大雨', requestId: freshRequest() });
    for (let count = 0; count < 2; count += 1) await outing.sweep();
    for (const guest of [seated, waits]) {
      const personId = guest.replace('o-', 'p-');
      expect(outing.balanceOf(personId)).toBe(20);
      expect(outing.toldTo(personId).filter((title) => title.startsWith('活动取消'))).toHaveLength(1);
    }
    expect(outing.contradictions(activityId)).toEqual([]);
    expect(await outing.signUp('林晓', activityId)).toMatchObject({ code: 'activity_cancelled' });
  });

  it('is remembered the day before, and who comes later gets the task with the next minute', async () => {
    const startsAt = minutesAfter(new Date(), 3 * 24 * 60);
    const times = { startsAt, endsAt: minutesAfter(new Date(startsAt), 60), signUpClosesAt: startsAt };
    const activityId = await outing.publish({ ...times, title: '陶艺' });
    await outing.signUp('林晓', activityId);
    await outing.sweep();
    expect(outing.toldTo(lin)).not.toContain('就要开始了：陶艺');
    stopClock(minutesAfter(new Date(startsAt), -24 * 60));
    for (let count = 0; count < 3; count += 1) await outing.sweep();
    expect(outing.toldTo(lin).filter((title) => title === '就要开始了：陶艺')).toHaveLength(1);
    expect(outing.toldTo(lin)).toContain('陶艺');
    expect(outing.toldTo(qian)).not.toContain('陶艺');
    await outing.signUp('钱惠', activityId);
    await outing.sweep();
    expect(outing.toldTo(qian)).toContain('陶艺');
  });
});
