import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { type Outing, openOuting } from '../../test/outing';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(240_000);

let outing: Outing;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  outing = await openOuting(new Date());
});
afterEach(() => outing.close());

async function atRest(activityId: string, guests: readonly string[]): Promise<void> {
  for (let minutes = 0; minutes < 3; minutes += 1) await outing.sweep();
  expect(outing.contradictions(activityId, guests)).toEqual([]);
  expect(outing.activity(activityId)).toMatchObject({ pendingSince: null });
}

it('a sign-up with a fee, killed at any request, is a paid seat or none, and its repeat brings it about', async () => {
  const activityId = await outing.publish({ feePoints: 15, quota: 1 });
  const guest = await outing.newcomer();
  const cuts = await killedEverywhere(async (cut) => {
    const input = { activityId, feePoints: 15, requestId: freshRequest() };
    await cut(() => outing.ask(guest, 'signUp', input));
    await atRest(activityId, [guest]);
    expect(await outing.ask(guest, 'signUp', input)).toMatchObject({ data: { taken: 1, mine: { state: 'seated' } } });
    await atRest(activityId, [guest]);
    expect(outing.balanceOf(guest.replace('o-', 'p-'))).toBe(5);
  });
  expect(cuts).toBeGreaterThan(5);
});

it('a cancelled seat, killed at any request, is paid back and goes to who waits, exactly once', async () => {
  const activityId = await outing.publish({ feePoints: 15, quota: 1 });
  const [first, second, third] = [await outing.newcomer(), await outing.newcomer(false), await outing.newcomer()];
  for (const guest of [first, second, third]) await outing.signUp(guest, activityId);
  const cuts = await killedEverywhere(async (cut) => {
    const input = { activityId, requestId: freshRequest() };
    await cut(() => outing.ask(first, 'cancelSignUp', input));
    await outing.ask(first, 'cancelSignUp', input);
    await atRest(activityId, [first, third]);
    expect(outing.activity(activityId).memberIds).toEqual([third.replace('o-', 'p-')]);
    expect(outing.balanceOf(first.replace('o-', 'p-'))).toBe(20);
  });
  expect(cuts).toBeGreaterThan(15);
});

it('a check-in killed at any request counts and earns once', async () => {
  const activityId = await outing.publish({ allowsWalkIns: true });
  const guest = await outing.newcomer();
  await outing.signUp(guest, activityId);
  stopClock('2026-11-22T03:00:00.000Z');
  const { code } = await outing.tell('周岚', 'readCheckInCode', { activityId });
  const cuts = await killedEverywhere(async (cut) => {
    const input = { activityId, code, requestId: freshRequest() };
    await cut(() => outing.ask(guest, 'checkInByCode', input));
    expect(await outing.ask(guest, 'checkInByCode', input)).toMatchObject({ ok: true });
    for (let minutes = 0; minutes < 2; minutes += 1) await outing.sweep();
    expect(outing.balanceOf(guest.replace('o-', 'p-'))).toBe(30);
    expect(outing.enrolments(activityId)).toMatchObject([{ isAttended: true, pendingSince: null }]);
  });
  expect(cuts).toBeGreaterThan(5);
});

it('an activity that HR cancels, killed at any request, leaves nobody seated or without their points', async () => {
  const activityId = await outing.publish({ feePoints: 15, quota: 1 });
  const guests = [await outing.newcomer(), await outing.newcomer()];
  for (const guest of guests) await outing.signUp(guest, activityId);
  const cuts = await killedEverywhere(async (cut) => {
    const input = { activityId, reason: '下大雨', requestId: freshRequest() };
    await cut(() => outing.ask('周岚', 'cancelActivity', input));
    await outing.tell('周岚', 'cancelActivity', input);
    await atRest(activityId, guests);
    for (const guest of guests) {
      expect(outing.balanceOf(guest.replace('o-', 'p-'))).toBe(20);
      const told = outing.toldTo(guest.replace('o-', 'p-'));
      expect(told.filter((title) => title.startsWith('活动取消'))).toHaveLength(1);
    }
  });
  expect(cuts).toBeGreaterThan(10);
});
