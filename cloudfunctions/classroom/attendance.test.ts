import { personOf } from '../../seeds/sample-calls/sample-call';
import { minutesAfter } from '../../shared/kernel/day';
import { type LectureRoom, openLectureRoom } from '../../test/lecture-room';
import { freshRequest, passTime, stopClock } from '../../test/mall';

jest.setTimeout(60_000);
const minute = 60_000;
const day = 24 * 60 * minute;
const start = '2026-11-23T02:00:00.000Z';
const [lin, wang] = ['林晓', '王磊'].map(personOf) as [string, string];

let room: LectureRoom;
beforeAll(async () => {
  stopClock(start);
  room = await openLectureRoom(new Date());
});
// On a slot's first millisecond, so that boundaries are boundaries.
beforeEach(() => stopClock(start));
afterAll(() => room.close());

describe('signing in', () => {
  it('is open from an hour before to the end, and marks who comes late in whole minutes', async () => {
    const sessionId = await room.arrange({ quota: 3 });
    for (const name of ['林晓', '王磊', '陈一诺']) await room.join(name, sessionId);
    passTime(60 * minute - 1);
    expect(await room.ask('钱惠', 'readSignInCode', { sessionId })).toMatchObject({ code: 'sign_in_not_open' });
    passTime(1);
    expect(await room.signIn('林晓', sessionId, await room.codeNow(sessionId))).toMatchObject({
      data: { mine: { lateMinutes: 0, signedInBy: 'code' } },
    });
    passTime(60 * minute + 1);
    expect(await room.signIn('王磊', sessionId, await room.codeNow(sessionId))).toMatchObject({
      data: { mine: { lateMinutes: 1 } },
    });
    passTime(120 * minute);
    expect(await room.ask('钱惠', 'readSignInCode', { sessionId })).toMatchObject({ code: 'sign_in_not_open' });
    expect(await room.mark(sessionId, personOf('陈一诺'), 25)).toMatchObject({ data: { lateMinutes: 25 } });
    passTime(14 * day);
    expect(await room.mark(sessionId, personOf('陈一诺'))).toMatchObject({ code: 'sign_in_not_open' });
  });

  it('takes a code for half a minute at most, only from who has a seat, and counts once', async () => {
    const sessionId = await room.arrange({ quota: 1 });
    for (const name of ['林晓', '王磊']) await room.join(name, sessionId);
    passTime(60 * minute);
    const code = await room.codeNow(sessionId);
    expect(await room.ask('林晓', 'readSignInCode', { sessionId })).toMatchObject({ code: 'session_not_found' });
    expect(await room.signIn('陈一诺', sessionId, code)).toMatchObject({ code: 'sign_in_not_listed' });
    expect(await room.signIn('王磊', sessionId, code)).toMatchObject({ code: 'sign_in_not_listed' });
    passTime(29_999);
    await Promise.all([room.signIn('林晓', sessionId, code), room.signIn('林晓', sessionId, code)]);
    passTime(1);
    expect(await room.signIn('林晓', sessionId, code)).toMatchObject({ ok: true });
    expect(await room.signIn('王磊', sessionId, code)).toMatchObject({ code: 'check_in_code_stale' });
    expect(await room.tell('钱惠', 'readOutcome', { sessionId })).toMatchObject({ seated: 1, signedIn: 1, late: 0 });
    // A chair is free after all: the trainer lets in who waits, and keeps what stands.
    expect(await room.mark(sessionId, wang)).toMatchObject({ data: { signedInBy: 'trainer' } });
    expect(await room.mark(sessionId, lin, 30)).toMatchObject({ data: { signedInBy: 'code', lateMinutes: 0 } });
  });
});

describe('feedback and results', () => {
  it('are for who was there: feedback once, with points after it', async () => {
    const sessionId = await room.arrange({ title: '反馈' });
    for (const name of ['林晓', '王磊']) await room.join(name, sessionId);
    passTime(61 * minute);
    await room.mark(sessionId, lin);
    expect(room.told(lin, '反馈')).toHaveLength(1);
    const before = room.balanceOf(lin);
    expect(await room.answer('王磊', sessionId)).toMatchObject({ code: 'feedback_not_attended' });
    expect(await room.answer('林晓', sessionId)).toMatchObject({
      data: { mine: { feedback: { course: 5, trainer: 4 } } },
    });
    expect(await room.answer('林晓', sessionId)).toMatchObject({ code: 'feedback_given_already' });
    await room.sweep();
    expect(room.balanceOf(lin)).toBe(before + 10);
    expect(room.told(lin, '反馈')).toEqual([]);
  });

  it('are not asked for a session that HR cancelled after somebody had signed in', async () => {
    const sessionId = await room.arrange({ title: '白来' });
    await room.join('林晓', sessionId);
    passTime(61 * minute);
    await room.mark(sessionId, lin);
    expect(room.told(lin, '白来')).toHaveLength(1);
    await room.tell('周岚', 'cancelSession', { sessionId, reason: '讲师病了', requestId: freshRequest() });
    expect(room.told(lin, '白来')).toEqual([]);
    expect(await room.answer('林晓', sessionId)).toMatchObject({ code: 'feedback_closed' });
  });

  it('reach the trainer from five answers on, without names', async () => {
    const sessionId = await room.arrange({ quota: 6 });
    const guests: string[] = [];
    for (let count = 0; count < 5; count += 1) guests.push(await room.newcomer());
    for (const guest of guests) await room.join(guest, sessionId);
    passTime(61 * minute);
    for (const guest of guests) await room.mark(sessionId, guest.replace('o-', 'p-'));
    for (const guest of guests.slice(0, 4)) await room.answer(guest, sessionId, 3);
    expect(await room.tell('钱惠', 'readOutcome', { sessionId })).toMatchObject({ answers: 4, courseAverage: null });
    await room.answer(guests[4] ?? '', sessionId, 5);
    const outcome = await room.tell('钱惠', 'readOutcome', { sessionId });
    expect(outcome).toMatchObject({ answers: 5, courseAverage: 3.4, trainerAverage: 4 });
  });

  it('of a course passed bring points and a word, once, and stand; a failed one may be mended', async () => {
    const sessionId = await room.arrange({ title: '结果' });
    for (const name of ['林晓', '王磊']) await room.join(name, sessionId);
    expect(await room.record(sessionId, lin)).toMatchObject({ code: 'session_not_begun' });
    passTime(121 * minute);
    await room.mark(sessionId, lin);
    expect(await room.record(sessionId, wang)).toMatchObject({ code: 'session_result_absent' });
    const before = room.balanceOf(lin);
    expect(await room.record(sessionId, lin, false, 50)).toMatchObject({ data: { recorded: 1 } });
    expect(room.told(lin, '还差一点：结果')).toHaveLength(1);
    for (let count = 0; count < 2; count += 1) await room.record(sessionId, lin);
    expect(await room.record(sessionId, lin, false)).toMatchObject({ code: 'session_result_stands' });
    await room.sweep();
    expect(room.told(lin, '通过了：结果')).toHaveLength(1);
    expect(room.balanceOf(lin)).toBe(before + 20);
    expect(await room.mineOf('林晓', sessionId)).toMatchObject({ result: { isPassed: true, score: 90, hours: 2 } });
    expect(room.contradictions(sessionId)).toEqual([]);
  });

  it('export as a file that no spreadsheet takes for formulas', async () => {
    const sessionId = await room.arrange();
    await room.stage.seat({ _id: 'o-formula', personId: 'p-formula', name: '=1+1' });
    await room.join('o-formula', sessionId);
    const { csv, lines } = await room.tell('钱惠', 'exportParticipants', { sessionId });
    expect(lines).toBe(1);
    expect(csv).toContain('"\'=1+1",研发部,已报名');
    expect(await room.ask('林晓', 'exportParticipants', { sessionId })).toMatchObject({ code: 'session_not_found' });
  });
});

it('a make-up session has places for everybody who was absent, and only after the end', async () => {
  const sessionId = await room.arrange({ title: '补课班', quota: 3 });
  for (const name of ['林晓', '王磊', '陈一诺']) await room.join(name, sessionId);
  passTime(61 * minute);
  await room.mark(sessionId, lin);
  const input = () => ({
    ...{ sessionId, place: '小会议室', requestId: freshRequest() },
    ...{ startsAt: minutesAfter(new Date(), 3 * 24 * 60), endsAt: minutesAfter(new Date(), 3 * 24 * 60 + 60) },
  });
  expect(await room.ask('周岚', 'arrangeMakeUp', input())).toMatchObject({ code: 'session_not_over' });
  passTime(180 * minute);
  const once = input();
  const made = await room.tell('周岚', 'arrangeMakeUp', once);
  expect(await room.tell('周岚', 'arrangeMakeUp', once)).toMatchObject({ _id: made._id });
  expect(made).toMatchObject({ taken: 2, makesUpForId: sessionId, title: '补课班' });
  await room.sweep();
  expect(room.told(wang, '补课：补课班')).toHaveLength(1);
  expect(room.told(lin, '补课：补课班')).toEqual([]);
  expect(room.contradictions(made._id)).toEqual([]);
  await room.mark(sessionId, wang);
  await room.mark(sessionId, personOf('陈一诺'));
  expect(await room.ask('周岚', 'arrangeMakeUp', input())).toMatchObject({ code: 'session_nobody_absent' });
});
