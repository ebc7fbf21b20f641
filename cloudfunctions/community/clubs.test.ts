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

const members = (openId: string) => here.tell(openId, 'listClubMembers', { clubId });
const removal = (personId: string, more: object = {}) => ({
  ...{ clubId, personId, reason: '在社团里卖鞋', requestId: freshRequest(), ...more },
});
const back = () => ({ clubId, personId: 'p-yu', requestId: freshRequest() });
const closing = (more: object = {}) => ({ clubId, reason: '没有人跑了', requestId: freshRequest(), ...more });
const titlesFor = (personId: string) =>
  here.told.filter(({ personIds }) => personIds.includes(personId)).map(({ title, line }) => `${title} ${line}`);
const stored = () => here.stage.cloud.documents('clubs').find(({ _id }) => _id === clubId);

describe('who is in a club', () => {
  it('is told to its members, its organisers and HR, page by page, and to nobody else', async () => {
    await join('o-yu');
    expect(await here.refusalOf('o-lan', 'listClubMembers', { clubId })).toBe('club_members_hidden');
    expect((await members('o-hr')).items).toHaveLength(2);
    const first = await here.tell('o-yu', 'listClubMembers', { clubId, limit: 1 });
    expect(first).toMatchObject({ items: [{ name: 'ming', isOrganiser: true }], next: expect.any(String) });
    const rest = await here.tell('o-yu', 'listClubMembers', { clubId, limit: 1, cursor: first.next ?? '' });
    expect(rest).toMatchObject({ items: [{ name: 'yu', isOrganiser: false }], next: null });
  });

  it('has the organisers first, then the others as they joined, and goes on where somebody left meanwhile', async () => {
    for (const openId of ['o-yu', 'o-lan', 'o-hr']) await join(openId);
    await here.tell('o-ming', 'changeClub', change({ organiserIds: ['p-lan', 'p-ming'] }));
    const namesFrom = async (cursor: object) => {
      const { items, next } = await here.tell('o-yu', 'listClubMembers', { clubId, limit: 3, ...cursor });
      return { names: items.map(({ name }) => name), next: next ?? '' };
    };
    const first = await namesFrom({});
    expect(first.names).toEqual(['lan', 'ming', 'yu']);
    expect(await namesFrom({ cursor: first.next })).toEqual({ names: ['hr'], next: '' });
    await here.tell('o-yu', 'joinClub', { clubId, isMember: false, requestId: freshRequest() });
    const rest = await here.tell('o-ming', 'listClubMembers', { clubId, limit: 3, cursor: first.next });
    expect(rest.items.map(({ name }) => name)).toEqual(['hr']);
  });

  it('is searched by the beginning of a name, among its members only', async () => {
    await join('o-yu');
    const found = async (search: string) =>
      (await here.tell('o-ming', 'listClubMembers', { clubId, search })).items.map(({ name }) => name);
    expect([await found('y'), await found('yu'), await found('u'), await found('lan')]).toEqual([
      ['yu'],
      ['yu'],
      [],
      [],
    ]);
  });

  it('costs three requests a page, and one more with a search', async () => {
    for (const search of [undefined, 'm']) {
      const input = { clubId, ...(search === undefined ? {} : { search }) };
      const { dbRequests } = await here.stage.counted(() => here.tell('o-ming', 'listClubMembers', input));
      expect(dbRequests).toBe(search === undefined ? 3 : 4);
    }
  });
});

describe('a member who is removed', () => {
  beforeEach(() => join('o-yu'));

  it('hears why once, and does not join again before an organiser lets them', async () => {
    const input = removal('p-yu');
    expect(await here.refusalOf('o-yu', 'removeClubMember', removal('p-ming'))).toBe('club_not_run');
    expect(await here.tell('o-ming', 'removeClubMember', input)).toMatchObject({ members: 1 });
    expect(await here.tell('o-ming', 'removeClubMember', input)).toMatchObject({ members: 1 });
    await here.sweep();
    await here.sweep();
    expect(titlesFor('p-yu')).toEqual(['你被移出了社团「跑步社」 原因：在社团里卖鞋。90 天以后可以再加入']);
    expect(await here.refusalOf('o-yu', 'joinClub', { clubId, isMember: true, requestId: freshRequest() })).toBe(
      'club_removed',
    );
    await here.tell('o-ming', 'readmitClubMember', back());
    expect(await join('o-yu')).toMatchObject({ members: 2, isMember: true });
  });

  it('and is let in again hears of it, once however often organisers say so', async () => {
    await here.tell('o-ming', 'removeClubMember', removal('p-yu'));
    for (let again = 0; again < 2; again += 1) await here.tell('o-ming', 'readmitClubMember', back());
    expect((await members('o-ming')).removed).toEqual([]);
    await here.sweep();
    await here.tell('o-hr', 'readmitClubMember', back());
    await here.sweep();
    expect(titlesFor('p-yu').at(-1)).toBe('你可以再加入社团「跑步社」了 组织者欢迎你回来，想来就去点加入');
    expect(titlesFor('p-yu').filter((title) => title.startsWith('你可以再加入'))).toHaveLength(1);
    expect(stored()).toMatchObject({ removals: [], readmitted: [], duties: [] });
  });

  it('let in again, killed at any request, may join and hears of it', async () => {
    await here.tell('o-ming', 'removeClubMember', removal('p-yu'));
    await here.sweep();
    const cuts = await killedEverywhere(async (cut) => {
      here.told.length = 0;
      const input = back();
      await cut(() => here.ask('o-ming', 'readmitClubMember', input));
      await here.tell('o-ming', 'readmitClubMember', input);
      await cut(() => here.sweep());
      await here.sweep();
      expect(new Set(titlesFor('p-yu')).size).toBe(1);
      expect(await join('o-yu')).toMatchObject({ isMember: true });
      expect(stored()).toMatchObject({ readmitted: [], duties: [] });
    });
    expect(cuts).toBeGreaterThan(3);
  });

  it('hears of it later when nobody took the message', async () => {
    await here.tell('o-ming', 'removeClubMember', removal('p-yu'));
    here.neighbours.areThere = false;
    await here.sweep();
    here.neighbours.areThere = true;
    await here.sweep();
    expect(titlesFor('p-yu')).toHaveLength(1);
  });

  it('is seen with the reason by those who run the club, not by its members', async () => {
    await join('o-lan');
    await here.tell('o-ming', 'removeClubMember', removal('p-yu'));
    expect((await members('o-ming')).removed).toMatchObject([{ name: 'yu', reason: '在社团里卖鞋' }]);
    expect((await members('o-lan')).removed).toEqual([]);
  });

  it('is forgotten as such on the ninetieth day, and not a day before', async () => {
    await here.tell('o-ming', 'removeClubMember', removal('p-yu'));
    const rejoin = () => here.ask('o-yu', 'joinClub', { clubId, isMember: true, requestId: freshRequest() });
    passTime(89 * 86_400_000);
    await here.sweep();
    expect(await rejoin()).toMatchObject({ code: 'club_removed' });
    passTime(86_400_000);
    await here.sweep();
    expect(await rejoin()).toMatchObject({ ok: true });
  });

  it('is no organiser, nobody who is not there, and not sent off with words that may not stand', async () => {
    expect(await here.refusalOf('o-hr', 'removeClubMember', removal('p-ming'))).toBe('club_member_organises');
    expect(await here.refusalOf('o-ming', 'removeClubMember', removal('p-lan'))).toBe('club_member_gone');
    const insult = removal('p-yu', { reason: '赌博' });
    expect(await here.refusalOf('o-ming', 'removeClubMember', insult)).toBe('text_refused');
    expect(stored()).toMatchObject({ memberIds: ['p-ming', 'p-yu'], removals: [] });
  });
});

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
