import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

// Two hundred at once take their time on a busy machine.
jest.setTimeout(30_000);

let here: Neighbourhood;
let postId: string;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
  postId = await here.post('o-lan', '大家好');
});
afterEach(() => here.close());

const say = (text: string, more: object = {}) => ({
  postId,
  text,
  replyToId: null,
  requestId: freshRequest(),
  ...more,
});
const countOf = async () => (await here.tell('o-yu', 'readPost', { postId })).post.comments;

it('a comment is seen by everybody who sees the post, in order, and costs three requests', async () => {
  await here.comment('o-ming', postId, '一');
  jest.setSystemTime(Date.now() + 1000);
  const { dbRequests } = await here.stage.counted(() => here.tell('o-yu', 'writeComment', say('二')));
  expect(dbRequests).toBe(3);
  for (const openId of ['o-lan', 'o-ming', 'o-south']) {
    expect((await here.tell(openId, 'listComments', { postId })).items.map(({ text }) => text)).toEqual(['一', '二']);
  }
  expect(await countOf()).toBe(2);
});

it('a comment is written and counted once however often it is sent', async () => {
  const input = say('一次');
  const first = await here.tell('o-ming', 'writeComment', input);
  const before = JSON.stringify([here.posts(), here.comments()]);
  expect(await here.tell('o-ming', 'writeComment', input)).toEqual(first);
  expect(JSON.stringify([here.posts(), here.comments()])).toBe(before);
  expect(await here.refusalOf('o-ming', 'writeComment', { ...input, text: '两次' })).toBe('request_id_reused');
});

it('two hundred comments in a second are all there, and counted', async () => {
  const texts = Array.from({ length: 200 }, (_, n) => `第 ${n} 条`);
  await Promise.all(texts.map((text) => here.tell('o-ming', 'writeComment', say(text))));
  expect(await countOf()).toBe(200);
  await here.sweep();
  expect(await countOf()).toBe(200);
  expect(here.comments()).toHaveLength(200);
});

it('a reply says whom it answers, and only answers what is under the same post', async () => {
  const first = await here.comment('o-ming', postId, '好');
  const reply = await here.tell('o-yu', 'writeComment', say('同意', { replyToId: first }));
  expect(reply.replyToName).toBe('ming');
  const other = await here.post('o-lan', '另一条');
  const elsewhere = { ...say('错了'), postId: other, replyToId: first };
  expect(await here.refusalOf('o-yu', 'writeComment', elsewhere)).toBe('comment_not_found');
  expect(await here.refusalOf('o-yu', 'writeComment', { ...say('空'), postId: 'p-none' })).toBe('post_not_found');
});

it('a risky comment is refused, a doubtful one is for its writer alone until a moderator lets it pass', async () => {
  expect(await here.refusalOf('o-ming', 'writeComment', say('赌博'))).toBe('text_refused');
  const doubtful = await here.comment('o-ming', postId, '加微信');
  expect((await here.tell('o-yu', 'listComments', { postId })).items).toEqual([]);
  expect((await here.tell('o-yu', 'readPost', { postId })).unseen).toEqual([]);
  expect((await here.tell('o-ming', 'readPost', { postId })).unseen).toMatchObject([{ state: 'inReview' }]);
  expect(await countOf()).toBe(0);
  const reviewId = `comment.${doubtful}`;
  await here.tell('o-hr', 'decideReview', { reviewId, verdict: 'keep', reason: '', requestId: freshRequest() });
  await here.sweep();
  await here.sweep();
  expect(await countOf()).toBe(1);
  expect((await here.tell('o-yu', 'listComments', { postId })).items).toMatchObject([{ _id: doubtful }]);
});

it('a comment that nobody could check waits, and is shown and counted once somebody did', async () => {
  here.neighbours.areThere = false;
  await here.comment('o-ming', postId, '早');
  await here.sweep();
  expect(here.comments()).toMatchObject([{ state: 'pending' }]);
  here.neighbours.areThere = true;
  await here.sweep();
  await here.sweep();
  await here.sweep();
  expect(here.comments()).toMatchObject([{ state: 'visible', duties: [], dutiesSince: null }]);
  expect(await countOf()).toBe(1);
});

it('its writer takes a comment away, once, and the count follows', async () => {
  const commentId = await here.comment('o-ming', postId, '不说了');
  const input = { commentId, requestId: freshRequest() };
  expect(await here.refusalOf('o-lan', 'removeComment', input)).toBe('comment_not_found');
  await here.tell('o-ming', 'removeComment', input);
  await here.tell('o-ming', 'removeComment', input);
  expect(await countOf()).toBe(0);
  await here.sweep();
  await here.sweep();
  expect([await countOf(), here.posts()[0]?.recountSince]).toEqual([0, null]);
});

describe('who is told of comments', () => {
  it('the author of the post, whoever is answered and whoever is named, once each, never the writer', async () => {
    const first = await here.comment('o-ming', postId, '问一句');
    await here.comment('o-lan', postId, '我自己说');
    await here.tell('o-lan', 'writeComment', say('答你', { replyToId: first, mentionIds: ['p-yu'] }));
    await here.sweep();
    await here.sweep();
    const told = here.told.map(({ personIds, title }) => [personIds[0], title]).sort();
    expect(told).toEqual([
      ['p-lan', 'ming评论了你'],
      ['p-ming', 'lan回复了你'],
      ['p-yu', 'lan提到了你'],
    ]);
    expect(here.told[0]?.page).toBe(`/packages/community/pages/post/post?id=${postId}`);
  });

  it('of many at once with one message', async () => {
    for (const openId of ['o-ming', 'o-yu', 'o-hr']) await here.comment(openId, postId, '好');
    await here.sweep();
    expect(here.told.map(({ title }) => title)).toEqual([expect.stringMatching(/^.+等 3 位同事评论了你$/)]);
  });

  it('later, when nobody took the message', async () => {
    await here.comment('o-ming', postId, '好');
    here.neighbours.areThere = false;
    await here.sweep();
    here.neighbours.areThere = true;
    await here.sweep();
    expect(here.told).toHaveLength(1);
  });
});
