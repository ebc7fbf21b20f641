import { freshRequest, stopClock } from '../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

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
