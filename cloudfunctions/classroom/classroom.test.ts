import { personOf } from '../../seeds/sample-calls/sample-call';
import { minutesAfter } from '../../shared/kernel/day';
import { type LectureRoom, openLectureRoom } from '../../test/lecture-room';
import { freshRequest, passTime, stopClock } from '../../test/mall';

jest.setTimeout(60_000);
const minute = 60_000;
const day = 24 * 60 * minute;
const start = '2026-11-23T02:00:00.000Z';
const [lin, qian, wang] = ['林晓', '钱惠', '王磊'].map(personOf) as [string, string, string];

let room: LectureRoom;
beforeAll(async () => {
  stopClock(start);
  room = await openLectureRoom(new Date());
});
// On a slot's first millisecond, so that boundaries are boundaries.
beforeEach(() => stopClock(start));
afterAll(() => room.close());

describe('arranging a session', () => {
  it('asks the trainer, once, and under one request it is one session', async () => {
    const requestId = freshRequest();
    const sessionId = await room.arrange({ requestId, title: '只问一次' });
    expect(await room.arrange({ requestId, title: '只问一次' })).toBe(sessionId);
    await expect(room.arrange({ requestId, title: '别的课' })).rejects.toThrow('request_id_reused');
    await room.sweep();
    expect(room.told(qian, '请你主讲：只问一次')).toHaveLength(1);
  });

  it('needs a time to come, an end after the beginning, and a trainer who works here', async () => {
    const later = (minutes: number) => minutesAfter(new Date(), minutes);
    await expect(room.arrange({ startsAt: later(0) })).rejects.toThrow('session_times_wrong');
    await expect(room.arrange({ endsAt: later(120) })).rejects.toThrow('session_times_wrong');
    await expect(room.arrange({ trainerIds: [personOf('钱惠'), personOf('孙倩')] })).rejects.toThrow(
      'colleague_not_found',
    );
  });

  it('may be taught by several, each of whom is asked once and may do what one may', async () => {
    const gu = personOf('顾怀远');
    const sessionId = await room.arrange({ title: '两位讲师', trainerIds: [qian, gu, qian] });
    expect((await room.tell('王磊', 'readSession', { sessionId })).trainers.map(({ name }) => name)).toEqual([
      ...['钱惠', '顾怀远'],
    ]);
    for (const personId of [qian, gu]) expect(room.told(personId, '请你主讲：两位讲师')).toHaveLength(1);
    await room.join('林晓', sessionId);
    passTime(61 * 60_000);
    for (const name of ['钱惠', '顾怀远']) {
      const taught = await room.tell(name, 'listSessions', { which: 'taught' });
      expect(taught.items.map(({ _id }) => _id)).toContain(sessionId);
      expect(await room.ask(name, 'readSignInCode', { sessionId })).toMatchObject({ ok: true });
    }
    const there = { sessionId, personId: lin, lateMinutes: 0, requestId: freshRequest() };
    expect(await room.ask('顾怀远', 'markSignedIn', there)).toMatchObject({ data: { signedInBy: 'trainer' } });
    expect(await room.ask('王磊', 'markSignedIn', there)).toMatchObject({ code: 'session_not_found' });
  });

  it("is for a branch's HR within the branch; a session of another branch is not there", async () => {
    const everywhere = await room.arrange();
    expect((await room.tell('李蓉', 'readSession', { sessionId: everywhere })).mayArrange).toBe(false);
    const off = { sessionId: everywhere, reason: '换一天', requestId: freshRequest() };
    expect(await room.ask('李蓉', 'cancelSession', off)).toMatchObject({ code: 'session_not_found' });
    const chengdu = await room.arrange({ branchId: 'chengdu' });
    expect(await room.join('林晓', chengdu)).toMatchObject({ code: 'session_not_found' });
    expect(await room.ask('林晓', 'readSession', { sessionId: chengdu })).toMatchObject({ code: 'session_not_found' });
    expect((await room.tell('李蓉', 'listSessions', { which: 'arranged' })).items.map(({ _id }) => _id)).toEqual([
      chengdu,
    ]);
    const input = { sessionId: chengdu, personIds: [lin], requestId: freshRequest() };
    await room.tell('周岚', 'placeColleagues', input);
    expect(await room.mineOf('林晓', chengdu)).toMatchObject({ state: 'seated' });
  });

  it('changed, tells the trainer and everybody with a place, and takes no seat away', async () => {
    const sessionId = await room.arrange({ title: '换地方' });
    for (const name of ['林晓', '王磊']) await room.join(name, sessionId);
    expect(await room.change(sessionId, { quota: 1 })).toMatchObject({ code: 'session_quota_too_small' });
    await room.change(sessionId, { place: '五号温室' });
    await room.change(sessionId, {});
    await room.sweep();
    for (const personId of [lin, qian]) expect(room.told(personId, '时间或地点有变：换地方')).toHaveLength(1);
    const gu = personOf('顾怀远');
    await room.change(sessionId, { trainerIds: [qian, gu] });
    await room.change(sessionId, { trainerIds: [gu] });
    expect(room.told(gu, '请你主讲：换地方')).toHaveLength(1);
    expect(room.told(qian, '请你主讲：换地方')).toHaveLength(1);
    expect(room.told(qian, '不用你主讲了：换地方')).toHaveLength(1);
    expect(room.told(qian, '安排有变：换地方')).toHaveLength(1);
    expect(room.told(lin, '安排有变：换地方')).toHaveLength(2);
    await room.sweep();
    expect(room.contradictions(sessionId)).toEqual([]);
  });

  it('with a larger quota gives the new seats to who waits, and tells them', async () => {
    const sessionId = await room.arrange({ quota: 1, title: '大教室' });
    for (const name of ['林晓', '王磊', '陈一诺']) await room.join(name, sessionId);
    await room.change(sessionId, { quota: 2 });
    expect(await room.mineOf('王磊', sessionId)).toMatchObject({ state: 'seated', queuePlace: null });
    expect(await room.mineOf('陈一诺', sessionId)).toMatchObject({ state: 'waiting', queuePlace: 1 });
    expect(room.told(wang, '有位置了：大教室')).toHaveLength(1);
  });

  it('cancelled, tells everybody why and leaves nothing on 今天', async () => {
    const sessionId = await room.arrange({ title: '停电' });
    await room.join('林晓', sessionId);
    expect(room.told(lin, '上课：停电')).toHaveLength(1);
    await room.tell('周岚', 'cancelSession', { sessionId, reason: '园区停电', requestId: freshRequest() });
    await room.sweep();
    expect(room.told(lin, '上课：停电')).toEqual([]);
    for (const personId of [lin, qian]) expect(room.told(personId, '课程取消：停电')).toHaveLength(1);
    expect(await room.join('陈一诺', sessionId)).toMatchObject({ code: 'session_cancelled' });
    expect(room.contradictions(sessionId)).toEqual([]);
  });
});

describe('signing up', () => {
  it('gives seats in order, then places in the queue; who is there is answered so', async () => {
    const sessionId = await room.arrange({ quota: 1 });
    expect(await room.join('林晓', sessionId)).toMatchObject({ data: { taken: 1, mine: { state: 'seated' } } });
    expect(await room.join('王磊', sessionId)).toMatchObject({ data: { mine: { state: 'waiting', queuePlace: 1 } } });
    expect(await room.join('陈一诺', sessionId)).toMatchObject({ data: { mine: { queuePlace: 2 } } });
    expect(await room.join('林晓', sessionId)).toMatchObject({ data: { taken: 1, waiting: 2 } });
    expect(room.contradictions(sessionId)).toEqual([]);
  });

  it('costs two requests to the database where nothing is to be told yet', async () => {
    const startsAt = minutesAfter(new Date(), 9 * 24 * 60);
    const sessionId = await room.arrange({ startsAt, endsAt: minutesAfter(new Date(startsAt), 60) });
    const { dbRequests } = await room.stage.counted(() => room.join('林晓', sessionId));
    expect(dbRequests).toBe(2);
  });

  it('moves the one who waits longest up when somebody leaves, and tells them once', async () => {
    const sessionId = await room.arrange({ quota: 1, title: '候补' });
    for (const name of ['林晓', '王磊', '陈一诺']) await room.join(name, sessionId);
    expect(await room.leave('林晓', sessionId)).toMatchObject({ data: { taken: 1, waiting: 1, mine: null } });
    expect(await room.mineOf('王磊', sessionId)).toMatchObject({ state: 'seated' });
    await room.sweep();
    expect(room.told(wang, '有位置了：候补')).toHaveLength(1);
    expect(room.told(wang, '上课：候补')).toHaveLength(1);
    expect(room.told(lin, '上课：候补')).toEqual([]);
    expect(room.contradictions(sessionId)).toEqual([]);
  });

  it('that was given up is not brought back by its own repeat, but by another', async () => {
    const sessionId = await room.arrange({ title: '又报上了' });
    const input = { sessionId, requestId: freshRequest() };
    await room.tell('林晓', 'joinSession', input);
    await room.leave('林晓', sessionId);
    expect(await room.tell('林晓', 'joinSession', input)).toMatchObject({ taken: 0, mine: null });
    passTime(1000);
    expect(await room.join('林晓', sessionId)).toMatchObject({ data: { mine: { state: 'seated' } } });
    await room.sweep();
    expect(room.told(lin, '上课：又报上了')).toHaveLength(1);
    expect(room.contradictions(sessionId)).toEqual([]);
  });

  it('ends at the beginning, to the millisecond, and so does leaving', async () => {
    const sessionId = await room.arrange();
    await room.join('林晓', sessionId);
    passTime(120 * minute - 1);
    expect(await room.join('陈一诺', sessionId)).toMatchObject({ ok: true });
    passTime(1);
    expect(await room.join('王磊', sessionId)).toMatchObject({ code: 'session_begun' });
    expect(await room.leave('林晓', sessionId)).toMatchObject({ code: 'session_begun' });
  });

  it('by 64 people at once gives the seats away exactly, in one queue that is full at its bound', async () => {
    const sessionId = await room.arrange({ quota: 5 });
    const guests: string[] = [];
    for (let count = 0; count < 64; count += 1) guests.push(await room.newcomer());
    const answers = await Promise.all(guests.map((guest) => room.join(guest, sessionId)));
    expect(answers.filter((one) => !one.ok)).toHaveLength(9);
    expect(answers.filter((one) => !one.ok && one.code !== 'waiting_list_full')).toEqual([]);
    const leaving = room.session(sessionId).memberIds.slice(0, 3);
    await Promise.all(leaving.map((personId) => room.leave(personId.replace('p-', 'o-'), sessionId)));
    for (let count = 0; count < 2; count += 1) await room.sweep();
    expect(room.contradictions(sessionId)).toEqual([]);
    expect(room.session(sessionId)).toMatchObject({ seatsLeft: -47, pendingSince: null });
  });
});

describe('reminders', () => {
  it('come a week, a day and two hours before, each once, also when the timer fires twice or late', async () => {
    const startsAt = minutesAfter(new Date(), 10 * 24 * 60);
    const times = { startsAt, endsAt: minutesAfter(new Date(startsAt), 60), title: '提醒' };
    const sessionId = await room.arrange(times);
    await room.join('林晓', sessionId);
    await room.sweep();
    expect(room.told(lin, '一周后上课：提醒')).toEqual([]);
    expect(room.told(lin, '上课：提醒')).toEqual([]);
    const sweepBefore = async (millis: number) => {
      stopClock(new Date(Date.parse(startsAt) - millis).toISOString());
      for (let count = 0; count < 2; count += 1) await room.sweep();
    };
    await sweepBefore(7 * day);
    for (const personId of [lin, qian]) expect(room.told(personId, '一周后上课：提醒')).toHaveLength(1);
    expect(room.told(lin, '上课：提醒')).toHaveLength(1);
    // Five hours late.
    await sweepBefore(day - 5 * 60 * minute);
    expect(room.told(lin, '明天上课：提醒')).toHaveLength(1);
    await sweepBefore(2 * 60 * minute);
    for (const personId of [lin, qian]) expect(room.told(personId, '两小时后上课：提醒')).toHaveLength(1);
    expect(room.session(sessionId).remindAt).toBeNull();
    await room.sweep();
    expect(room.contradictions(sessionId)).toEqual([]);
  });

  it('do not come to a trainer who has left by then, nor a make-up session to who has', async () => {
    // 王磊's last day is the 11th of December.
    const startsAt = '2026-12-13T02:00:00.000Z';
    const times = { startsAt, endsAt: minutesAfter(new Date(startsAt), 60), title: '离开' };
    await room.tell('林晓', 'joinSession', {
      ...{ sessionId: await room.arrange({ ...times, trainerIds: [wang] }), requestId: freshRequest() },
    });
    const before = '2026-12-10T02:00:00.000Z';
    const missed = await room.arrange({ startsAt: before, endsAt: minutesAfter(new Date(before), 60) });
    for (const name of ['林晓', '王磊']) await room.join(name, missed);
    stopClock('2026-12-08T02:00:00.000Z');
    await room.sweep();
    stopClock('2026-12-12T02:00:00.000Z');
    await room.sweep();
    expect(room.told(lin, '明天上课：离开')).toHaveLength(1);
    expect(room.told(wang, '一周后上课：离开')).toHaveLength(1);
    expect(room.told(wang, '明天上课：离开')).toEqual([]);
    const again = { startsAt: '2026-12-20T02:00:00.000Z', endsAt: '2026-12-20T03:00:00.000Z', place: '二楼' };
    const made = await room.tell('周岚', 'arrangeMakeUp', { sessionId: missed, ...again, requestId: freshRequest() });
    expect(room.session(made._id).memberIds).toEqual([lin]);
  });

  it('come again for a session that was moved, and not for one that was cancelled', async () => {
    const startsAt = minutesAfter(new Date(), 26 * 60);
    const sessionId = await room.arrange({ startsAt, endsAt: minutesAfter(new Date(startsAt), 60), title: '改期' });
    await room.join('林晓', sessionId);
    passTime(3 * 60 * minute);
    await room.sweep();
    const moved = minutesAfter(new Date(), 48 * 60);
    await room.change(sessionId, { startsAt: moved, endsAt: minutesAfter(new Date(moved), 60) });
    passTime(day);
    await room.sweep();
    expect(room.told(lin, '明天上课：改期')).toHaveLength(2);
    await room.tell('周岚', 'cancelSession', { sessionId, reason: '不办了', requestId: freshRequest() });
    passTime(day);
    await room.sweep();
    expect(room.told(lin, '两小时后上课：改期')).toEqual([]);
  });
});
