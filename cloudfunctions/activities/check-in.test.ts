import { personOf } from '../../seeds/sample-calls/sample-call';
import { minutesAfter } from '../../shared/kernel/day';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Outing, openOuting } from '../../test/outing';

jest.setTimeout(60_000);
const minute = 60_000;
const [lin, qian] = ['林晓', '钱惠'].map(personOf) as [string, string];

let outing: Outing;
let activityId: string;
beforeEach(async () => {
  // On a slot's first millisecond, so that boundaries are boundaries.
  stopClock('2026-11-22T02:00:00.000Z');
  outing = await openOuting(new Date());
  activityId = await outing.publish({ organiserIds: [qian] });
  await outing.signUp('林晓', activityId);
});
afterEach(() => outing.close());

const codeNow = async () => (await outing.tell('钱惠', 'readCheckInCode', { activityId })).code;
const checkIn = (name: string, code: string) =>
  outing.ask(name, 'checkInByCode', { activityId, code, requestId: freshRequest() });
const atTheDoor = { latitude: 30.2, longitude: 120.1, accuracyMeters: 30, ageSeconds: 2 };
const checkInAt = (more: Partial<typeof atTheDoor>) =>
  outing.ask('林晓', 'checkInByPlace', { activityId, ...atTheDoor, ...more, requestId: freshRequest() });
const enrolmentOf = (personId: string) => outing.enrolments(activityId).find((one) => one.personId === personId);
const begin = () => passTime(60 * minute);

describe('the seat of somebody who does not come', () => {
  it('is the one that an organiser lets somebody in who waits, from the beginning on, without a fee', async () => {
    activityId = await outing.publish({ organiserIds: [qian], quota: 1, feePoints: 15 });
    const [absent, waits, left] = [await outing.newcomer(), await outing.newcomer(), await outing.newcomer()];
    for (const guest of [absent, waits, left]) await outing.signUp(guest, activityId);
    await outing.ask(left, 'cancelSignUp', { activityId, requestId: freshRequest() });
    const letIn = (name = '钱惠') =>
      outing.ask(name, 'markAttended', {
        ...{ activityId, personId: waits.replace('o-', 'p-'), requestId: freshRequest() },
      });
    passTime(120 * minute - 1);
    expect(await letIn()).toMatchObject({ code: 'check_in_not_signed_up' });
    passTime(1);
    expect(await letIn('林晓')).toMatchObject({ code: 'activity_not_found' });
    // Who gave the place up is on the list, but waits no more.
    const gone = { activityId, personId: left.replace('o-', 'p-'), requestId: freshRequest() };
    expect(await outing.ask('钱惠', 'markAttended', gone)).toMatchObject({ code: 'check_in_not_signed_up' });
    for (let again = 0; again < 2; again += 1) expect(await letIn()).toMatchObject({ data: { state: 'walkIn' } });
    // What a newcomer has, and what coming brings.
    expect(outing.balanceOf(waits.replace('o-', 'p-'))).toBe(20 + 10);
    expect(outing.balanceOf(absent.replace('o-', 'p-'))).toBe(5);
    await outing.sweep();
    expect(await outing.tell(waits, 'readActivity', { activityId })).toMatchObject({ mine: { state: 'walkIn' } });
    expect(outing.activity(activityId)).toMatchObject({ pendingSince: null });
  });
});

describe('the code on the organiser’s screen', () => {
  it('is there from an hour before the beginning to the end, for organisers and HR only', async () => {
    passTime(60 * minute - 1);
    expect(await outing.ask('钱惠', 'readCheckInCode', { activityId })).toMatchObject({ code: 'check_in_not_open' });
    passTime(1);
    expect(await outing.tell('钱惠', 'readCheckInCode', { activityId })).toMatchObject({ nextInMillis: 15_000 });
    expect(await outing.tell('周岚', 'readCheckInCode', { activityId })).toMatchObject({ code: await codeNow() });
    expect(await outing.ask('林晓', 'readCheckInCode', { activityId })).toMatchObject({ code: 'activity_not_found' });
    passTime(180 * minute);
    expect(await outing.ask('钱惠', 'readCheckInCode', { activityId })).toMatchObject({ ok: true });
    passTime(1);
    expect(await outing.ask('钱惠', 'readCheckInCode', { activityId })).toMatchObject({ code: 'check_in_not_open' });
  });

  it('changes every 15 seconds, and is believed for as long again: a photo of it is stale', async () => {
    begin();
    const code = await codeNow();
    passTime(14_999);
    expect(await codeNow()).toBe(code);
    passTime(1);
    expect(await codeNow()).not.toBe(code);
    passTime(14_999);
    expect(await checkIn('林晓', code)).toMatchObject({ ok: true });
    await outing.signUp('陈一诺', activityId);
    passTime(1);
    expect(await checkIn('陈一诺', code)).toMatchObject({ code: 'check_in_code_stale' });
  });

  it('of one activity is nothing for another, and none can be guessed from the last', async () => {
    const other = await outing.publish({ organiserIds: [qian] });
    begin();
    const { code } = await outing.tell('钱惠', 'readCheckInCode', { activityId: other });
    expect(await checkIn('林晓', code)).toMatchObject({ code: 'check_in_code_stale' });
    expect(enrolmentOf(lin)?.isAttended).toBe(false);
  });

  it('counts once a person, earns once, and asks once how it was', async () => {
    begin();
    const before = outing.balanceOf(lin);
    const code = await codeNow();
    await Promise.all([checkIn('林晓', code), checkIn('林晓', code), checkIn('林晓', code)]);
    expect(await checkIn('林晓', code)).toMatchObject({ data: { mine: { attendedAt: expect.any(String) } } });
    await outing.sweep();
    expect(outing.balanceOf(lin)).toBe(before + 10);
    expect(outing.toldTo(lin).filter((title) => title === '九溪徒步')).toHaveLength(1);
    expect(await outing.tell('钱惠', 'readResults', { activityId })).toMatchObject({ seated: 1, attended: 1 });
  });

  it('lets in only who signed up, unless the organiser lets people walk in', async () => {
    begin();
    expect(await checkIn('陈一诺', await codeNow())).toMatchObject({ code: 'check_in_not_signed_up' });
    activityId = await outing.publish({ organiserIds: [qian], allowsWalkIns: true });
    begin();
    expect(await checkIn('陈一诺', await codeNow())).toMatchObject({ data: { mine: { state: 'walkIn' } } });
    expect(await outing.tell('钱惠', 'readResults', { activityId })).toMatchObject({ walkIns: 1, attended: 1 });
  });
});

describe('checking in by place', () => {
  it('is believed within the radius, and keeps no position', async () => {
    begin();
    // A thousandth of a degree of latitude is 111 m.
    expect(await checkInAt({ latitude: 30.2018 + 0.0001 })).toMatchObject({ code: 'check_in_too_far' });
    expect(await checkInAt({ latitude: 30.2017 })).toMatchObject({ ok: true });
    expect(enrolmentOf(lin)).toMatchObject({
      attendedBy: 'place',
      fix: { accuracyMeters: 30, ageSeconds: 2, distanceMeters: 189 },
    });
    expect(JSON.stringify(outing.enrolments(activityId))).not.toContain('30.2017');
  });

  it('needs a position that is exact and fresh', async () => {
    begin();
    expect(await checkInAt({ accuracyMeters: 201 })).toMatchObject({ code: 'check_in_unsure' });
    expect(await checkInAt({ ageSeconds: 61 })).toMatchObject({ code: 'check_in_unsure' });
    expect(await checkInAt({ accuracyMeters: 200, ageSeconds: 60 })).toMatchObject({ ok: true });
  });

  it('is not there for an activity online', async () => {
    activityId = await outing.publish({ kind: 'online' });
    await outing.signUp('林晓', activityId);
    begin();
    expect(await checkInAt({})).toMatchObject({ code: 'check_in_no_place' });
  });
});

describe('the organiser’s list', () => {
  it('marks who is on it, for two weeks, and nobody else', async () => {
    passTime(240 * minute + 14 * 24 * 60 * minute);
    const mark = (personId: string) =>
      outing.ask('钱惠', 'markAttended', { activityId, personId, requestId: freshRequest() });
    expect(await mark(personOf('陈一诺'))).toMatchObject({ code: 'check_in_not_signed_up' });
    expect(await mark(lin)).toMatchObject({ data: { name: '林晓', attendedBy: 'organiser' } });
    passTime(1);
    expect(await mark(lin)).toMatchObject({ code: 'check_in_not_open' });
    const asked = { activityId, personId: lin, requestId: freshRequest() };
    expect(await outing.ask('林晓', 'markAttended', asked)).toMatchObject({ code: 'activity_not_found' });
  });

  it('goes out as a file in which a name that is a formula is text', async () => {
    await outing.stage.seat({ _id: 'o-evil', personId: 'p-evil', name: '=HYPERLINK("x")' });
    await outing.signUp('o-evil', activityId);
    const { csv, lines } = await outing.tell('钱惠', 'exportAttendees', { activityId });
    expect(lines).toBe(2);
    expect(csv).toContain('"\'=HYPERLINK(""x"")"');
    expect(csv).toContain('林晓,研发部,已报名');
  });
});

describe('feedback', () => {
  const say = (name: string, words = '', rating = 4) => {
    if (words)
      outing.stage.cloud.openApi.answerNext('security.msgSecCheck', { result: { suggest: 'pass', label: 100 } });
    return outing.ask(name, 'giveFeedback', { activityId, rating, words, requestId: freshRequest() });
  };

  it('is given by those who were there only, until two weeks after the end', async () => {
    expect(await say('林晓')).toMatchObject({ code: 'feedback_not_attended' });
    begin();
    await checkIn('林晓', await codeNow());
    expect(await say('林晓', '风景好', 5)).toMatchObject({
      data: { mine: { feedback: { rating: 5, words: '风景好' } } },
    });
    expect(await say('林晓', '', 3)).toMatchObject({ data: { mine: { feedback: { rating: 3, words: '' } } } });
    expect(await say('陈一诺')).toMatchObject({ code: 'feedback_not_attended' });
    stopClock(minutesAfter(new Date('2026-11-22T06:00:00.000Z'), 14 * 24 * 60));
    expect(await say('林晓')).toMatchObject({ ok: true });
    passTime(1);
    expect(await say('林晓')).toMatchObject({ code: 'feedback_closed' });
  });

  it('is shown to the organiser without names, and only from three answers on', async () => {
    activityId = await outing.publish({ organiserIds: [qian], allowsWalkIns: true });
    begin();
    const code = await codeNow();
    for (const name of ['林晓', '陈一诺']) {
      await checkIn(name, code);
      await say(name, `${name}写的`, 5);
    }
    const results = () => outing.tell('钱惠', 'readResults', { activityId });
    expect(await results()).toMatchObject({ answers: 2, average: null, words: [] });
    await checkIn('顾怀远', code);
    await say('顾怀远', '', 4);
    expect(await results()).toMatchObject({ answers: 3, average: 4.7, words: ['林晓写的', '陈一诺写的'] });
    expect(await outing.ask('林晓', 'readResults', { activityId })).toMatchObject({ code: 'activity_not_found' });
  });
});
