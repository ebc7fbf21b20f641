import { personOf } from '../../seeds/sample-calls/sample-call';
import { minutesAfter } from '../../shared/kernel/day';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Outing, openOuting } from '../../test/outing';

// The door logs every request that the line swallowed, and this file swallows some.
for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);
const minute = 60_000;
const start = '2026-11-22T02:00:00.000Z';
const [lin, wang] = ['林晓', '王磊'].map(personOf) as [string, string];
const later = (minutes: number) => minutesAfter(new Date(start), minutes);

let outing: Outing;
let activityId: string;
beforeAll(async () => {
  stopClock(start);
  outing = await openOuting(new Date());
});
afterAll(() => outing.close());
beforeEach(async () => {
  stopClock(start);
  activityId = await outing.publish({ quota: 1, title: freshRequest().slice(-12) });
  for (const name of ['林晓', '王磊']) await outing.signUp(name, activityId);
});

const change = (more: object = {}, name = '周岚') => {
  const { title, kind, about, place, point, startsAt, endsAt, signUpClosesAt, ...rest } = outing.activity(activityId);
  const { quota, feePoints, organiserIds, allowsWalkIns } = rest;
  const when = { startsAt, endsAt, signUpClosesAt };
  const terms = { title, kind, about, place, point, ...when, quota, feePoints, organiserIds, allowsWalkIns };
  return outing.ask(name, 'changeActivity', { activityId, ...terms, ...more, requestId: freshRequest() });
};
const told = (personId: string) => {
  const title = `安排有变：${outing.activity(activityId).title}`;
  return outing
    .documents<{ personId: string; title: string; line: string }>('todayEntries')
    .flatMap((entry) => (entry.personId === personId && entry.title === title ? [entry.line] : []));
};

it('tells everybody with a place what was and what is, in one message, once', async () => {
  const moved = { place: '龙井村口', startsAt: later(180), endsAt: later(300), signUpClosesAt: later(180) };
  for (let again = 0; again < 2; again += 1) expect(await change(moved)).toMatchObject({ ok: true });
  await outing.sweep();
  const line = '时间：11月22日 12:00–14:00 → 11月22日 13:00–15:00；地点：九溪公交站 → 龙井村口';
  expect([told(lin), told(wang), told(personOf('陈一诺'))]).toEqual([[line], [line], []]);
  expect(outing.enrolments(activityId).map(({ calendarSort }) => calendarSort.slice(0, 24))).toEqual([
    later(300),
    later(300),
  ]);
});

it('of more seats moves up who waits, and never takes a seat away', async () => {
  expect(await change({ quota: 2 })).toMatchObject({ data: { taken: 2, waiting: 0 } });
  expect(outing.toldTo(wang).filter((title) => title.startsWith('有位置了'))).toHaveLength(1);
  expect(await change({ quota: 1 })).toMatchObject({ code: 'activity_quota_too_small', detail: { taken: 2 } });
  await outing.sweep();
  expect(outing.contradictions(activityId)).toEqual([]);
});

it('comes from HR, until the end, and moves no beginning that is past', async () => {
  expect(await change({ place: '别处' }, '李蓉')).toMatchObject({ code: 'activity_not_found' });
  expect(await change({ endsAt: later(110) })).toMatchObject({ code: 'activity_times_wrong' });
  expect(await change({ startsAt: later(0), signUpClosesAt: later(0) })).toMatchObject({
    code: 'activity_times_wrong',
  });
  passTime(150 * minute);
  expect(await change({ startsAt: later(200) })).toMatchObject({ code: 'activity_times_wrong' });
  expect(await change({ endsAt: later(260) })).toMatchObject({ ok: true });
  passTime(110 * minute + 1);
  expect(await change({ place: '别处' })).toMatchObject({ code: 'activity_ended' });
});

it('of the fee is possible while nobody has a place, since all pay what they agreed to', async () => {
  expect(await change({ feePoints: 5 })).toMatchObject({ code: 'activity_fee_agreed' });
  activityId = await outing.publish({ feePoints: 15, allowsWalkIns: false });
  expect(await change({ allowsWalkIns: true })).toMatchObject({ code: 'activity_walk_in_fee' });
  expect(await change({ feePoints: 20 })).toMatchObject({ data: { feePoints: 20 } });
  const guest = await outing.newcomer();
  await outing.signUp(guest, activityId);
  for (const feePoints of [19, 21]) expect(await change({ feePoints })).toMatchObject({ code: 'activity_fee_agreed' });
  expect(outing.balanceOf(guest.replace('o-', 'p-'))).toBe(0);
  // Given up a moment ago: a slow call may still pay what stood there then.
  await outing.ask(guest, 'cancelSignUp', { activityId, requestId: freshRequest() });
  for (let minutes = 0; minutes < 2; minutes += 1) await outing.sweep();
  expect(await change({ feePoints: 0, allowsWalkIns: true })).toMatchObject({ data: { feePoints: 0 } });
  expect(outing.balanceOf(guest.replace('o-', 'p-'))).toBe(20);
});

it('waits with another fee until points that go back have arrived', async () => {
  activityId = await outing.publish({ feePoints: 15 });
  const guest = await outing.newcomer(false);
  await outing.signUp(guest, activityId);
  expect(outing.activity(activityId)).toMatchObject({ memberIds: [], gone: [{}] });
  expect(await change({ feePoints: 5 })).toMatchObject({ code: 'activity_fee_agreed' });
});

it('of the title changes nothing about what was booked: the fee comes back', async () => {
  activityId = await outing.publish({ feePoints: 15, title: '徒步' });
  const guest = await outing.newcomer();
  await outing.signUp(guest, activityId);
  await change({ title: '九溪徒步' });
  expect(await outing.ask(guest, 'cancelSignUp', { activityId, requestId: freshRequest() })).toMatchObject({
    ok: true,
  });
  expect(outing.balanceOf(guest.replace('o-', 'p-'))).toBe(20);
});

it('of the kind is told; of organisers nobody is told, and who is new has to work here', async () => {
  expect(await outing.tell('钱惠', 'readActivity', { activityId })).toMatchObject({ mayOrganise: false });
  expect(await change({ organiserIds: [personOf('孙倩')] })).toMatchObject({ code: 'colleague_not_found' });
  expect(await change({ organiserIds: [personOf('钱惠')] })).toMatchObject({
    data: { organisers: [{ name: '钱惠' }] },
  });
  expect(await outing.tell('钱惠', 'readActivity', { activityId })).toMatchObject({ mayOrganise: true });
  expect([told(lin), outing.activity(activityId).announcements]).toEqual([[], []]);
  expect(await change({ kind: 'online' })).toMatchObject({ data: { kind: 'online', point: null } });
  expect(told(lin)).toEqual(['类型：团建 → 线上']);
});

it('to today puts it on 今天 with the next minute', async () => {
  const far = later(3 * 24 * 60);
  const times = { startsAt: far, endsAt: later(3 * 24 * 60 + 60), signUpClosesAt: far };
  activityId = await outing.publish({ ...times, title: '陶艺' });
  await outing.signUp('林晓', activityId);
  await outing.sweep();
  expect(outing.toldTo(lin)).not.toContain('陶艺');
  await change({ startsAt: later(300), endsAt: later(360), signUpClosesAt: later(300) });
  await outing.sweep();
  expect(outing.toldTo(lin)).toEqual(expect.arrayContaining(['陶艺', '就要开始了：陶艺']));
});

it('to a day far off takes the task from 今天 until the day before, when it comes back', async () => {
  await outing.sweep();
  const { title } = outing.activity(activityId);
  expect(outing.toldTo(lin)).toContain(title);
  const far = { startsAt: later(3 * 24 * 60), endsAt: later(3 * 24 * 60 + 60), signUpClosesAt: later(2 * 24 * 60) };
  await change(far);
  expect(outing.toldTo(lin)).not.toContain(title);
  stopClock(later(2 * 24 * 60));
  await outing.sweep();
  expect(outing.toldTo(lin)).toContain(title);
});

it('killed at any request is one message each, and the seat is that of who waits', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const more = { place: '龙井村口', quota: 2 };
    await cut(() => change(more));
    expect(await change(more)).toMatchObject({ ok: true });
    for (let minutes = 0; minutes < 2; minutes += 1) await outing.sweep();
    expect([told(lin).length, told(wang).length]).toEqual([1, 1]);
    expect(outing.contradictions(activityId)).toEqual([]);
    expect(outing.activity(activityId)).toMatchObject({ pendingSince: null, announcements: [] });
  });
  expect(cuts).toBeGreaterThan(10);
});
