import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { type LectureRoom, openLectureRoom } from '../../test/lecture-room';
import { freshRequest, passTime, stopClock } from '../../test/mall';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);
const start = '2026-11-23T02:00:00.000Z';

let room: LectureRoom;
beforeAll(async () => {
  stopClock(start);
  room = await openLectureRoom(new Date());
});
beforeEach(() => stopClock(start));
afterAll(() => room.close());

async function atRest(sessionId: string): Promise<void> {
  for (let minutes = 0; minutes < 2; minutes += 1) await room.sweep();
  expect(room.contradictions(sessionId)).toEqual([]);
  expect(room.session(sessionId).pendingSince).toBeNull();
}

it('a place given up, killed at any request, is that of who waits, who is told once', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const sessionId = await room.arrange({ quota: 1, title: freshRequest().slice(-12) });
    const { title } = room.session(sessionId);
    for (const name of ['林晓', '王磊']) await room.join(name, sessionId);
    const input = { sessionId, requestId: freshRequest() };
    await cut(() => room.ask('林晓', 'leaveSession', input));
    expect(await room.ask('林晓', 'leaveSession', input)).toMatchObject({ ok: true });
    await atRest(sessionId);
    expect(room.session(sessionId).memberIds).toEqual([personOf('王磊')]);
    expect(room.told(personOf('王磊'), `有位置了：${title}`)).toHaveLength(1);
    expect(room.told(personOf('林晓'), `上课：${title}`)).toEqual([]);
  });
  expect(cuts).toBeGreaterThan(10);
});

it('a result, killed at any request, is told once and earns once', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const sessionId = await room.arrange({ title: freshRequest().slice(-12) });
    const { title } = room.session(sessionId);
    const guest = await room.newcomer();
    const personId = guest.replace('o-', 'p-');
    await room.join(guest, sessionId);
    passTime(121 * 60_000);
    await room.mark(sessionId, personId);
    const input = {
      sessionId,
      results: [{ personId, isPassed: true, score: 80, hours: 2 }],
      requestId: freshRequest(),
    };
    await cut(() => room.ask('钱惠', 'recordResults', input));
    expect(await room.ask('钱惠', 'recordResults', input)).toMatchObject({ ok: true });
    await atRest(sessionId);
    expect(room.told(personId, `通过了：${title}`)).toHaveLength(1);
    expect(room.balanceOf(personId)).toBe(20);
  });
  expect(cuts).toBeGreaterThan(10);
});

it('a session that HR cancels, killed at any request, leaves nobody with a task and everybody told once', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const sessionId = await room.arrange({ title: freshRequest().slice(-12) });
    const { title } = room.session(sessionId);
    await room.join('林晓', sessionId);
    const input = { sessionId, reason: '下大雨', requestId: freshRequest() };
    await cut(() => room.ask('周岚', 'cancelSession', input));
    expect(await room.ask('周岚', 'cancelSession', input)).toMatchObject({ ok: true });
    await atRest(sessionId);
    expect(room.told(personOf('林晓'), `课程取消：${title}`)).toHaveLength(1);
    expect(room.told(personOf('林晓'), `上课：${title}`)).toEqual([]);
  });
  expect(cuts).toBeGreaterThan(10);
});
