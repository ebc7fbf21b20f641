import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../test/neighbourhood';
import { main } from './index';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

async function settle() {
  for (let minute = 0; minute < 4; minute += 1) await here.sweep();
}

/** Nothing is owed any more, and every number says what is there. */
function checkBooks() {
  for (const post of here.posts()) {
    const visible = here.comments().filter(({ postId, state }) => postId === post._id && state === 'visible');
    expect({ comments: post.comments, recountSince: post.recountSince, duties: post.duties }).toEqual({
      comments: post.state === 'removed' ? post.comments : visible.length,
      recountSince: null,
      duties: [],
    });
    expect(new Set(post.likers).size).toBe(post.likers.length);
  }
  expect(here.comments().filter(({ dutiesSince }) => dutiesSince !== null)).toEqual([]);
}

it('a post killed at any request is there once after its repeat, and whoever it names is told once', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    const text = `谢谢 @yu ${request}`;
    const input = { kind: 'post' as const, text, mentionIds: ['p-yu'], requestId: freshRequest() };
    const publish = () => here.ask('o-lan', 'publishPost', input);
    await cut(publish);
    expect(await publish()).toMatchObject({ ok: true, data: { state: 'visible' } });
    await settle();
    expect(here.posts().filter((post) => post.text === text)).toHaveLength(1);
    expect(here.told.filter((notice) => notice.line === text)).toHaveLength(1);
    checkBooks();
  });
  expect(cuts).toBe(3);
});

it('a doubtful post killed at any request is before the moderators, once', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const input = { kind: 'post', text: '加微信', requestId: freshRequest() } as const;
    const publish = () => here.ask('o-lan', 'publishPost', input);
    await cut(publish);
    const answer = await publish();
    await settle();
    const postId = answer.ok ? answer.data._id : '';
    expect(here.posts().find(({ _id }) => _id === postId)).toMatchObject({ state: 'inReview', duties: [] });
    expect(here.reviews().filter(({ subjectId }) => subjectId === postId)).toMatchObject([{ isOpen: true }]);
  });
  expect(cuts).toBe(4);
});

it('a comment killed at any request is there once after its repeat, and counted once', async () => {
  const postId = await here.post('o-lan', '大家好');
  const cuts = await killedEverywhere(async (cut, request) => {
    const input = { postId, text: `好 ${request}`, replyToId: null, requestId: freshRequest() };
    const write = () => here.ask('o-ming', 'writeComment', input);
    await cut(write);
    expect(await write()).toMatchObject({ ok: true });
    await settle();
    expect(here.comments().filter(({ text }) => text === input.text)).toHaveLength(1);
    checkBooks();
  });
  expect(cuts).toBe(3);
});

it('a comment killed at any request and never sent again leaves no wrong count', async () => {
  const postId = await here.post('o-lan', '大家好');
  await killedEverywhere(async (cut, request) => {
    const input = { postId, text: `好 ${request}`, replyToId: null, requestId: freshRequest() };
    await cut(() => here.ask('o-ming', 'writeComment', input));
    await settle();
    checkBooks();
  });
});

it('a comment whose removal is killed at any request is gone after its repeat, and no longer counted', async () => {
  const postId = await here.post('o-lan', '大家好');
  const cuts = await killedEverywhere(async (cut) => {
    const commentId = await here.comment('o-ming', postId, '不说了');
    const input = { commentId, requestId: freshRequest() };
    const remove = () => here.ask('o-ming', 'removeComment', input);
    await cut(remove);
    expect(await remove()).toMatchObject({ ok: true });
    await settle();
    checkBooks();
  });
  expect(cuts).toBe(3);
});

it('a like killed at any request is said or unsaid, and its repeat says it once', async () => {
  const postId = await here.post('o-lan', '大家好');
  const cuts = await killedEverywhere(async (cut) => {
    await here.tell('o-ming', 'likePost', { postId, isLiked: false, requestId: freshRequest() });
    const like = () => here.ask('o-ming', 'likePost', { postId, isLiked: true, requestId: freshRequest() });
    await cut(like);
    expect(await like()).toMatchObject({ ok: true, data: { likes: 1, isLikedByMe: true } });
  });
  expect(cuts).toBe(2);
});

it('a decision killed at any request holds after its repeat, and the author is told once', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const postId = await here.post('o-lan', '加微信');
    await settle();
    here.told.length = 0;
    const input = {
      reviewId: `post.${postId}`,
      verdict: 'takeDown',
      reason: '广告',
      requestId: freshRequest(),
    } as const;
    const decide = () => here.ask('o-hr', 'decideReview', input);
    await cut(decide);
    expect(await decide()).toMatchObject({ ok: true, data: { isOpen: false, state: 'takenDown' } });
    await settle();
    expect(here.reviews().find(({ subjectId }) => subjectId === postId)?.decisions).toHaveLength(1);
    expect(here.told.map(({ title }) => title)).toEqual(['你的动态被下架了']);
  });
  expect(cuts).toBeGreaterThan(4);
});

it('an appeal killed at any request is made once after its repeat', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const postId = await here.post('o-lan', '加微信');
    const reviewId = `post.${postId}`;
    const decision = { reviewId, verdict: 'takeDown', reason: '广告', requestId: freshRequest() } as const;
    await here.tell('o-hr', 'decideReview', decision);
    const input = { subjectKind: 'post', subjectId: postId, words: '不是', requestId: freshRequest() } as const;
    const appeal = () => here.ask('o-lan', 'appeal', input);
    await cut(appeal);
    await appeal();
    const review = here.reviews().find(({ subjectId }) => subjectId === postId);
    expect(review?.causes.filter(({ kind }) => kind === 'appeal')).toHaveLength(1);
    expect(review?.isOpen).toBe(true);
    expect(here.posts().find(({ _id }) => _id === postId)?.appealId).toBe(input.requestId);
  });
  expect(cuts).toBeGreaterThan(3);
});

it('a sweep killed at any request is finished by the next one', async () => {
  const postId = await here.post('o-lan', '大家好');
  const cuts = await killedEverywhere(async (cut) => {
    await here.tell('o-lan', 'publishPost', {
      kind: 'post',
      text: '@yu',
      mentionIds: ['p-yu'],
      requestId: freshRequest(),
    });
    const commentId = await here.comment('o-ming', postId, '好');
    await here.comment('o-yu', postId, '加微信');
    await here.tell('o-ming', 'removeComment', { commentId, requestId: freshRequest() });
    jest.setSystemTime(Date.now() + 120_000);
    await cut(() => here.stage.runTimer(main, 'minute'));
    await settle();
    checkBooks();
  });
  expect(cuts).toBeGreaterThan(5);
});
