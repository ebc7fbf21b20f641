import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../test/neighbourhood';

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
const change = (more: object = {}) => ({
  ...{ clubId, name: '跑步社', about: '改到周四', organiserIds: ['p-ming'], requestId: freshRequest(), ...more },
});
const members = (openId: string) => here.tell(openId, 'listClubMembers', { clubId });
const removal = (personId: string, more: object = {}) => ({
  ...{ clubId, personId, reason: '在社团里卖鞋', requestId: freshRequest(), ...more },
});
const back = () => ({ clubId, personId: 'p-yu', requestId: freshRequest() });
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

  it('has organisers first, then the others as they joined, and goes on where somebody left', async () => {
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
