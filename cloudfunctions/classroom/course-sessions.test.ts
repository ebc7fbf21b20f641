import { seededSessionId } from '../../seeds/classroom-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import { killedEverywhere } from '../../test/killed-everywhere';
import { type LectureRoom, openLectureRoom } from '../../test/lecture-room';
import { freshRequest, passTime, stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);
const start = '2026-11-23T02:00:00.000Z';

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

const safety = () => seededCourseId('safety');
const passedTitles = (personId: string) => room.toldTo(personId).filter((title) => title.startsWith('通关'));
const learningOf = (personId: string) =>
  room
    .documents<{ personId: string; courseId: string; state: string; progressPercent: number }>('learnings')
    .find((one) => one.personId === personId && one.courseId === safety());
const certificatesOf = (personId: string) =>
  room
    .documents<{ personId: string; title: string; hours: number | null }>('certificates')
    .filter((one) => one.personId === personId);

async function attended(personId: string, openId: string): Promise<string> {
  const sessionId = await room.arrange({ courseId: safety() });
  await room.join(openId, sessionId);
  passTime(121 * 60_000);
  await room.mark(sessionId, personId);
  return sessionId;
}

describe('a session of a course', () => {
  it('passed is the course done, once, with one certificate that knows the hours, whoever had begun it', async () => {
    const guest = await room.newcomer();
    const personId = guest.replace('o-', 'p-');
    const sessionId = await attended(personId, guest);
    await room.record(sessionId, personId);
    await room.sweep();
    expect(learningOf(personId)).toMatchObject({ state: 'passed', progressPercent: 100, version: expect.any(Number) });
    expect(passedTitles(personId)).toEqual(['通关：办公与现场安全']);
    expect(certificatesOf(personId)).toMatchObject([{ title: '嫁接入门', hours: 2 }]);
    expect(room.balanceOf(personId)).toBe(20);
  });

  it('not passed leaves the course as it was', async () => {
    const sessionId = await attended(personOf('林晓'), '林晓');
    await room.record(sessionId, personOf('林晓'), false);
    await room.sweep();
    expect(learningOf(personOf('林晓'))).toMatchObject({ state: 'assigned' });
  });

  it('passed, killed at any request, is done once and earns once', async () => {
    await killedEverywhere(async (cut) => {
      const guest = await room.newcomer();
      const personId = guest.replace('o-', 'p-');
      const sessionId = await attended(personId, guest);
      await cut(() => room.record(sessionId, personId));
      await room.record(sessionId, personId);
      for (let minutes = 0; minutes < 3; minutes += 1) await room.sweep();
      expect(learningOf(personId)).toMatchObject({ state: 'passed' });
      expect(passedTitles(personId)).toHaveLength(1);
      expect(certificatesOf(personId)).toHaveLength(1);
      expect(room.balanceOf(personId)).toBe(20);
      expect(room.session(sessionId).pendingSince).toBeNull();
    });
  });

  it('is in the list of its course while it is to come, its make-up session as well, and of no other', async () => {
    const listed = async (courseId: string) =>
      (await room.tell('林晓', 'listSessions', { which: 'coming', courseId })).items.map(({ _id }) => _id);
    const sessionId = await room.arrange({ courseId: safety() });
    expect(await listed(safety())).toEqual([sessionId, seededSessionId('siteSafety')]);
    expect(await listed(seededCourseId('culture'))).toEqual([]);
    await room.join('林晓', sessionId);
    passTime(241 * 60_000);
    const when = { place: '三号温室', startsAt: '2026-11-26T02:00:00.000Z', endsAt: '2026-11-26T04:00:00.000Z' };
    const missed = { sessionId, ...when, requestId: freshRequest() };
    const makeUp = await room.tell('周岚', 'arrangeMakeUp', missed);
    expect(makeUp).toMatchObject({ courseId: safety(), makesUpForId: sessionId });
    expect(await listed(safety())).toEqual([makeUp._id, seededSessionId('siteSafety')]);
    expect(room.told(personOf('林晓'), '补课：嫁接入门')).toHaveLength(1);
  });

  it('belongs to a course that there is', async () => {
    expect(await room.ask('周岚', 'arrangeSession', { ...asked(), courseId: 'c-nothing' })).toMatchObject({
      code: 'course_not_found',
    });
  });
});

const asked = () => ({
  ...{
    title: '嫁接入门',
    about: '',
    place: '三号温室',
    trainerIds: [personOf('钱惠')],
    branchId: null,
    quota: 2,
    hours: 2,
  },
  ...{ startsAt: '2026-11-23T05:00:00.000Z', endsAt: '2026-11-23T06:00:00.000Z', requestId: freshRequest() },
});
