import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Outing, openOuting } from '../../test/outing';

// The door logs every request that the line swallowed, and this file swallows some.
for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);
const minute = 60_000;
const start = '2026-11-22T02:00:00.000Z';
const [lin, qian, chen] = ['林晓', '钱惠', '陈一诺'] as const;

let outing: Outing;
let activityId: string;
beforeAll(async () => {
  stopClock(start);
  outing = await openOuting(new Date());
});
afterAll(() => outing.close());
beforeEach(async () => {
  stopClock(start);
  activityId = await outing.publish({ organiserIds: [personOf('钱惠')] });
  for (const name of ['林晓', '陈一诺']) await outing.signUp(name, activityId);
  passTime(130 * minute);
  const came = { activityId, personId: personOf('林晓'), requestId: freshRequest() };
  await outing.tell('钱惠', 'markAttended', came);
});

const add = async (openId: string, more = {}) =>
  outing.ask(openId, 'addPhotos', { activityId, ...(await outing.picture(openId)), ...more });
const added = async () => (await outing.tell(lin, 'addPhotos', { activityId, ...(await outing.picture(lin)) }))._id;
const seenBy = async (openId: string) => (await outing.tell(openId, 'listPhotos', { activityId })).items;
const decide = (openId: string, photosId: string, verdict: 'keep' | 'takeDown', reason = '有访客的正脸') =>
  outing.ask(openId, 'decidePhotos', { photosId, verdict, reason, requestId: freshRequest() });

describe('photos of an activity', () => {
  it('are shown to everybody once each was found harmless, before that to who added and who organises', async () => {
    const photosId = await added();
    expect(await seenBy(chen)).toEqual([]);
    expect(await seenBy(lin)).toMatchObject([{ state: 'pending', isMine: true }]);
    expect(await seenBy(qian)).toMatchObject([{ state: 'pending', authorName: '林晓' }]);
    expect(await decide(qian, photosId, 'keep')).toMatchObject({ code: 'wait_and_repeat' });
    await outing.judgePicture(photosId, 'pass');
    expect(await seenBy(chen)).toMatchObject([{ state: 'visible', isMine: false, pictureUrls: [expect.any(String)] }]);
  });

  it('that the check doubts wait for an organiser, whose word a later verdict does not change', async () => {
    const photosId = await added();
    await outing.judgePicture(photosId, 'risky');
    expect(await seenBy(chen)).toEqual([]);
    expect(await decide(lin, photosId, 'keep')).toMatchObject({ code: 'photos_not_found' });
    expect(await decide(qian, photosId, 'keep')).toMatchObject({ data: { state: 'visible' } });
    await outing.judgePicture(photosId, 'risky');
    expect(await seenBy(chen)).toHaveLength(1);
  });

  it('are taken down with a reason that their author reads, and nobody lets their own stand', async () => {
    const photosId = await added();
    await outing.judgePicture(photosId, 'pass');
    expect(await decide(qian, photosId, 'takeDown', '')).toMatchObject({ code: 'photos_reason_missing' });
    await decide(qian, photosId, 'takeDown');
    expect(await seenBy(chen)).toEqual([]);
    expect(await seenBy(lin)).toMatchObject([{ state: 'takenDown', stateReason: '有访客的正脸' }]);
    const own = await outing.tell(qian, 'addPhotos', { activityId, ...(await outing.picture(qian)) });
    await outing.judgePicture(own._id, 'review');
    expect(await decide(qian, own._id, 'keep')).toMatchObject({ code: 'photos_own' });
    expect(await decide('周岚', own._id, 'keep')).toMatchObject({ ok: true });
  });

  it('come from who was there, and from organisers, until two weeks after the end', async () => {
    expect(await add(chen)).toMatchObject({ code: 'photos_not_attended' });
    expect(await add(qian)).toMatchObject({ ok: true });
    passTime(110 * minute + 14 * 24 * 60 * minute);
    expect(await add(lin)).toMatchObject({ ok: true });
    passTime(1);
    expect(await add(lin)).toMatchObject({ code: 'photos_not_open' });
    const early = { activityId: await outing.publish({ organiserIds: [personOf('钱惠')] }) };
    expect(await add(qian, early)).toMatchObject({ code: 'photos_not_open' });
  });

  it('are pictures that were uploaded for this very request, each request once', async () => {
    const script = await outing.picture(lin, Buffer.from('<svg/>'));
    expect(await add(lin, script)).toMatchObject({ code: 'photos_unusable' });
    const picture = await outing.picture(lin);
    expect(await add(lin, { ...picture, requestId: freshRequest() })).toMatchObject({ code: 'photos_unusable' });
    expect(await add(lin, picture)).toMatchObject({ ok: true });
    expect(await add(lin, picture)).toMatchObject({ ok: true });
    expect(await seenBy(lin)).toHaveLength(1);
  });

  it('are six times one person’s at most, whoever else adds; removing one makes room', async () => {
    const first = await added();
    for (let more = 1; more < 6; more += 1) await added();
    const picture = await outing.picture(lin);
    expect(await add(lin, picture)).toMatchObject({ code: 'photos_enough', detail: { most: 6 } });
    expect(await add(qian)).toMatchObject({ ok: true });
    await outing.tell(lin, 'removePhotos', { photosId: first, requestId: freshRequest() });
    expect(await add(lin, picture)).toMatchObject({ ok: true });
    expect(await add(lin, picture)).toMatchObject({ ok: true });
  });

  it('fill a page as long as it was asked for, whatever others do not see', async () => {
    const shown = await added();
    await outing.judgePicture(shown, 'pass');
    for (let more = 0; more < 3; more += 1) {
      passTime(1000);
      await added();
    }
    const page = await outing.tell(chen, 'listPhotos', { activityId, limit: 1 });
    expect(page.items.map(({ _id }) => _id)).toEqual([shown]);
    expect((await outing.tell(lin, 'listPhotos', { activityId, limit: 3 })).items).toHaveLength(3);
    expect((await outing.tell(qian, 'listPhotos', { activityId })).items).toHaveLength(4);
  });

  it('are gone with their files when their author removes them; nobody else can', async () => {
    const photosId = await added();
    const gone = { photosId, requestId: freshRequest() };
    expect(await outing.ask(qian, 'removePhotos', gone)).toMatchObject({ code: 'photos_not_found' });
    for (let again = 0; again < 2; again += 1) expect(await outing.tell(lin, 'removePhotos', gone)).toEqual({});
    expect(await seenBy(qian)).toEqual([]);
    expect(await decide(qian, photosId, 'keep')).toMatchObject({ code: 'photos_not_found' });
  });
});

describe('the cover', () => {
  const cover = async (openId: string = qian) =>
    outing.ask(openId, 'setCover', { activityId, ...(await outing.picture(openId)) });
  const coverOf = async (openId: string) => (await outing.tell(openId, 'readActivity', { activityId })).coverUrl;

  it('is set by who organises, stands once it was checked, and in lists too', async () => {
    expect(await cover(lin)).toMatchObject({ code: 'activity_not_found' });
    const first = await outing.tell(qian, 'setCover', { activityId, ...(await outing.picture(qian)) });
    expect(await coverOf(chen)).toBeNull();
    await outing.judgePicture(first._id, 'pass');
    expect(await coverOf(chen)).toEqual(expect.any(String));
    const mine = (await outing.tell(chen, 'listActivities', { which: 'mine' })).items;
    expect(mine.find(({ _id }) => _id === activityId)?.coverUrl).toEqual(expect.any(String));
    expect(await seenBy(chen)).toEqual([]);
    passTime(1000);
    const second = await outing.tell(qian, 'setCover', { activityId, ...(await outing.picture(qian)) });
    await outing.judgePicture(second._id, 'pass');
    expect(outing.activity(activityId).cover?.photosId).toBe(second._id);
    await decide('周岚', first._id, 'takeDown');
    expect(await coverOf(chen)).not.toBeNull();
    await decide('周岚', second._id, 'takeDown');
    expect(await coverOf(chen)).toBeNull();
  });

  it('judged harmless, killed at any request, stands in the end', async () => {
    const { _id } = await outing.tell(qian, 'setCover', { activityId, ...(await outing.picture(qian)) });
    const cuts = await killedEverywhere(async (cut) => {
      await cut(() => outing.judgePicture(_id, 'pass'));
      await outing.judgePicture(_id, 'pass');
      await outing.sweep();
      expect(outing.activity(activityId).cover?.photosId).toBe(_id);
    });
    expect(cuts).toBeGreaterThan(3);
  });
});
