import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../test/neighbourhood';
import { clubs } from './store';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

jest.setTimeout(60_000);

let here: Neighbourhood;
let clubId: string;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
  const written = { name: '跑步社', about: '每周三夜跑', organiserIds: ['p-ming'], requestId: freshRequest() };
  ({ _id: clubId } = await here.tell('o-hr', 'openClub', written));
});
afterEach(() => here.close());

const join = (openId: string, isMember = true) =>
  here.tell(openId, 'joinClub', { clubId, isMember, requestId: freshRequest() });
const postInto = (openId: string, text = '今晚跑吗') =>
  here.ask(openId, 'publishPost', { kind: 'post', text, clubId, requestId: freshRequest() });
const change = (more: object = {}) => ({
  ...{ clubId, name: '跑步社', about: '改到周四', organiserIds: ['p-ming'], requestId: freshRequest(), ...more },
});

it('a club is opened by HR, has its organisers as first members, and everybody finds it by name', async () => {
  const { items } = await here.tell('o-yu', 'listClubs', {});
  expect(items).toMatchObject([{ name: '跑步社', organisers: [{ name: 'ming' }], members: 1, isMember: false }]);
  const nobody = { name: '空', about: '', organiserIds: ['p-left'], requestId: freshRequest() };
  expect(await here.refusalOf('o-hr', 'openClub', nobody)).toBe('colleague_not_found');
});

it('sixty-four taps at once join two people once each, and leaving takes them out', async () => {
  await Promise.all(Array.from({ length: 64 }, (_, tap) => join(tap % 2 ? 'o-yu' : 'o-lan')));
  expect(await here.tell('o-yu', 'readClub', { clubId })).toMatchObject({ members: 3, isMember: true });
  expect(await join('o-yu', false)).toMatchObject({ members: 2, isMember: false });
});

it('members write into the club, others do not, and everybody reads along', async () => {
  expect(await postInto('o-yu')).toMatchObject({ code: 'club_not_member' });
  expect(here.posts()).toEqual([]);
  await join('o-yu');
  expect(await postInto('o-yu')).toMatchObject({ ok: true, data: { clubId } });
  await here.post('o-lan', '和社团无关');
  const texts = async (asked: object) => (await here.tell('o-lan', 'listFeed', asked)).items.map(({ text }) => text);
  expect(await texts({ clubId })).toEqual(['今晚跑吗']);
  expect(await texts({})).toEqual(expect.arrayContaining(['今晚跑吗', '和社团无关']));
});

it('a page of a club costs two requests', async () => {
  await postInto('o-ming');
  const { dbRequests } = await here.stage.counted(() => here.tell('o-lan', 'listFeed', { clubId }));
  expect(dbRequests).toBe(2);
});

it('its organisers run it: they change it, hand it on, and take posts out of it; a member does not', async () => {
  await join('o-yu');
  const posted = await postInto('o-yu', '卖鞋');
  const postId = posted.ok ? posted.data._id : '';
  const out = (openId: string) => here.ask(openId, 'moveOutOfClub', { postId, requestId: freshRequest() });
  expect(await here.refusalOf('o-yu', 'changeClub', change())).toBe('club_not_run');
  expect(await out('o-yu')).toMatchObject({ code: 'club_not_run' });
  expect(await out('o-ming')).toMatchObject({ ok: true });
  expect((await here.tell('o-lan', 'listFeed', { clubId })).items).toEqual([]);
  expect((await here.tell('o-lan', 'listFeed', {})).items).toHaveLength(1);
  await here.tell('o-ming', 'changeClub', change({ organiserIds: ['p-yu'] }));
  expect(await here.refusalOf('o-ming', 'changeClub', change())).toBe('club_not_run');
  expect(await here.tell('o-yu', 'changeClub', change({ organiserIds: ['p-yu'] }))).toMatchObject({
    about: '改到周四',
  });
});

it('words that may not stand are refused, and the club stays as it was', async () => {
  expect(await here.refusalOf('o-ming', 'changeClub', change({ about: '赌博' }))).toBe('text_refused');
  expect(await here.tell('o-lan', 'readClub', { clubId })).toMatchObject({ about: '每周三夜跑' });
});

const removal = (personId: string, more: object = {}) => ({
  ...{ clubId, personId, reason: '在社团里卖鞋', requestId: freshRequest(), ...more },
});
const closing = (more: object = {}) => ({ clubId, reason: '没有人跑了', requestId: freshRequest(), ...more });
const titlesFor = (personId: string) =>
  here.told.filter(({ personIds }) => personIds.includes(personId)).map(({ title, line }) => `${title} ${line}`);
const stored = () => here.stage.cloud.documents('clubs').find(({ _id }) => _id === clubId);

describe('a club that is closed', () => {
  beforeEach(() => join('o-yu'));

  it('keeps its posts to read, and nobody joins, leaves, writes or changes it any more', async () => {
    await postInto('o-yu');
    expect(await here.refusalOf('o-yu', 'closeClub', closing())).toBe('club_not_run');
    const closed = { members: 0, isMember: false, mayOrganise: false, closed: { reason: '没有人跑了' } };
    expect(await here.tell('o-ming', 'closeClub', closing())).toMatchObject(closed);
    expect(await here.tell('o-hr', 'closeClub', closing({ reason: '再关一次' }))).toMatchObject(closed);
    expect((await here.tell('o-lan', 'listFeed', { clubId })).items).toHaveLength(1);
    expect(await postInto('o-yu')).toMatchObject({ code: 'club_closed' });
    expect(await here.refusalOf('o-ming', 'changeClub', change())).toBe('club_closed');
    expect(await here.refusalOf('o-ming', 'removeClubMember', removal('p-yu'))).toBe('club_closed');
    expect(await here.refusalOf('o-ming', 'listClubMembers', { clubId })).toBe('club_closed');
    for (const isMember of [true, false]) {
      const input = { clubId, isMember, requestId: freshRequest() };
      expect(await here.refusalOf('o-lan', 'joinClub', input)).toBe('club_closed');
    }
    expect((await here.tell('o-lan', 'listClubs', {})).items).toEqual([]);
    expect((await here.tell('o-lan', 'listClubs', { isClosed: true })).items).toMatchObject([{ _id: clubId }]);
  });

  it('tells every member but whoever closed it, and then forgets who was in it', async () => {
    await here.tell('o-ming', 'removeClubMember', removal('p-yu'));
    await join('o-lan');
    await here.tell('o-ming', 'closeClub', closing());
    await here.sweep();
    expect(titlesFor('p-lan')).toEqual(['社团「跑步社」关闭了 原因：没有人跑了']);
    expect(titlesFor('p-yu')).toHaveLength(1);
    expect(titlesFor('p-ming')).toEqual([]);
    expect(stored()).toMatchObject({ memberIds: [], removals: [], duties: [], dutiesSince: null, lookOn: null });
  });
});

describe('a club whose organisers leave the company', () => {
  const tomorrow = async () => {
    passTime(86_400_000);
    await here.sweep();
  };
  const page = () => `/packages/community/pages/club/club?id=${clubId}`;
  const tasks = () => here.told.filter((one) => one.page === page()).map(({ title }) => title);

  it('loses who left, and stays with the organisers who are here', async () => {
    await here.tell('o-ming', 'changeClub', change({ organiserIds: ['p-ming', 'p-yu'] }));
    await here.leave('p-ming');
    await tomorrow();
    const club = await here.tell('o-lan', 'readClub', { clubId });
    expect(club).toMatchObject({ members: 0, organisers: [{ name: 'yu' }] });
    expect(tasks()).toEqual([]);
  });

  it('becomes the task of HR once nobody is left who runs it, until HR hands it on', async () => {
    await join('o-yu');
    await here.leave('p-ming');
    await tomorrow();
    expect(await here.tell('o-lan', 'readClub', { clubId })).toMatchObject({ members: 1, organisers: [] });
    await here.sweep();
    expect(tasks()).toEqual(['「跑步社」没有组织者了']);
    await here.tell('o-hr', 'changeClub', change({ organiserIds: ['p-yu'] }));
    await here.sweep();
    expect(here.told.at(-1)).toMatchObject({ taskId: `${clubId}.unled`, personIds: ['p-hr'] });
    expect(stored()).toMatchObject({ duties: [], dutiesSince: null });
  });

  it('waits while nobody can say who works here', async () => {
    await here.leave('p-ming');
    here.neighbours.areThere = false;
    await tomorrow();
    expect(stored()).toMatchObject({ memberIds: ['p-ming'] });
    here.neighbours.areThere = true;
    await here.sweep();
    expect(stored()).toMatchObject({ memberIds: [] });
  });

  it('is looked at whole, however many are in it', async () => {
    const memberIds = Array.from({ length: 120 }, (_, index) => `p-${1000 + index}`);
    here.neighbours.left = new Set(memberIds.filter((_, index) => index % 2 === 0));
    await clubs.changeOne({ _id: clubId }, { memberIds });
    await tomorrow();
    for (let minute = 0; minute < 3; minute += 1) await here.sweep();
    expect(await here.tell('o-lan', 'readClub', { clubId })).toMatchObject({ members: 60 });
    expect(stored()).toMatchObject({ lookedTo: '', lookOn: '2026-11-22' });
  });
});

it('removing and closing killed at any request hold after their repeat, and everybody is told', async () => {
  await join('o-yu');
  await join('o-lan');
  const cuts = await killedEverywhere(async (cut) => {
    here.told.length = 0;
    const [out, over] = [removal('p-yu'), closing()];
    await cut(() => here.ask('o-ming', 'removeClubMember', out));
    await here.tell('o-ming', 'removeClubMember', out);
    await cut(() => here.ask('o-ming', 'closeClub', over));
    await here.tell('o-ming', 'closeClub', over);
    await cut(() => here.sweep());
    await here.sweep();
    expect(new Set(titlesFor('p-yu'))).toEqual(
      new Set(['你被移出了社团「跑步社」 原因：在社团里卖鞋。90 天以后可以再加入']),
    );
    expect(new Set(titlesFor('p-lan'))).toEqual(new Set(['社团「跑步社」关闭了 原因：没有人跑了']));
    expect(stored()).toMatchObject({ state: 'closed', memberIds: [], duties: [] });
  });
  expect(cuts).toBeGreaterThan(6);
});
