import { personOf } from '../../seeds/sample-calls/sample-call';
import { minutesAfter } from '../../shared/kernel/day';
import { killedEverywhere } from '../../test/killed-everywhere';
import { type LectureRoom, openLectureRoom } from '../../test/lecture-room';
import { passTime, stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);
const start = '2026-11-23T02:00:00.000Z';
const [lin, wang] = ['林晓', '王磊'].map(personOf) as [string, string];

let room: LectureRoom;
let goBack: () => void;
beforeAll(async () => {
  stopClock(start);
  room = await openLectureRoom(new Date());
  goBack = room.stage.cloud.snapshot();
});
beforeEach(() => {
  stopClock(start);
  goBack();
});
afterAll(() => room.close());

/** 王磊's last day is the 11th of December. He has the only seat, 林晓 waits for it. */
async function withBoth(startsAt: string, title: string): Promise<string> {
  const sessionId = await room.arrange({ startsAt, endsAt: minutesAfter(new Date(startsAt), 60), title, quota: 1 });
  for (const name of ['王磊', '林晓']) await room.join(name, sessionId);
  return sessionId;
}
async function atRest(): Promise<void> {
  for (let minutes = 0; minutes < 2; minutes += 1) await room.sweep();
}
const anHourLater = () => {
  passTime(60 * 60_000);
  return atRest();
};

it('a seat after the last working day goes to who waits within the hour, and both are told', async () => {
  const sessionId = await withBoth('2026-12-12T02:00:00.000Z', '以后的课');
  await anHourLater();
  expect(room.session(sessionId).memberIds).toEqual([lin]);
  expect(room.told(lin, '有位置了：以后的课')).toHaveLength(1);
  expect(room.told(wang, '名额让出来了：以后的课')).toHaveLength(1);
  expect(room.contradictions(sessionId)).toEqual([]);
});

it('a seat on the last working day itself stays', async () => {
  const sessionId = await withBoth('2026-12-11T02:00:00.000Z', '最后一天的课');
  await anHourLater();
  expect(room.session(sessionId).memberIds).toEqual([wang, lin]);
});

it('a leaving that becomes known later passes the seat on then, and who has left by then is not told', async () => {
  const startsAt = '2026-12-12T02:00:00.000Z';
  const sessionId = await room.arrange({
    startsAt,
    endsAt: minutesAfter(new Date(startsAt), 60),
    title: '后来才知道',
    quota: 1,
  });
  for (const name of ['陈一诺', '林晓']) await room.join(name, sessionId);
  await anHourLater();
  expect(room.session(sessionId).memberIds).toEqual([personOf('陈一诺'), lin]);
  await room.endsWorkOn('陈一诺', '2026-11-22');
  await anHourLater();
  expect(room.session(sessionId).memberIds).toEqual([lin]);
  expect(room.told(lin, '有位置了：后来才知道')).toHaveLength(1);
  expect(room.told(personOf('陈一诺'), '名额让出来了：后来才知道')).toEqual([]);
});

it('a seat that is passed on, killed at any request, is passed on once', async () => {
  const sessionId = await withBoth('2026-12-12T02:00:00.000Z', '让出去');
  passTime(61 * 60_000);
  const cuts = await killedEverywhere(async (cut) => {
    await cut(() => room.sweep());
    await atRest();
    expect(room.session(sessionId)).toMatchObject({ memberIds: [lin], pendingSince: null });
    expect(room.told(lin, '有位置了：让出去')).toHaveLength(1);
    expect(room.told(wang, '名额让出来了：让出去')).toHaveLength(1);
  });
  expect(cuts).toBeGreaterThan(5);
});
