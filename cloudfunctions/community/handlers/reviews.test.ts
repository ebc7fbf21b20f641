import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

const reportOf = (subjectId: string, more: object = {}) => ({
  subjectKind: 'post' as const,
  subjectId,
  reason: 'privacy' as const,
  words: '有客户名称',
  requestId: freshRequest(),
  ...more,
});
const decision = (postId: string, verdict: 'keep' | 'takeDown', reason = '') => ({
  reviewId: `post.${postId}`,
  verdict,
  reason,
  requestId: freshRequest(),
});
const appealOf = (subjectId: string) => ({
  subjectKind: 'post' as const,
  subjectId,
  words: '已经打码',
  requestId: freshRequest(),
});

it('what several people report waits once, stays visible meanwhile, and nobody learns who reported', async () => {
  const postId = await here.post('o-lan', '看照片');
  await here.tell('o-ming', 'report', reportOf(postId));
  await here.tell('o-ming', 'report', reportOf(postId));
  await here.tell('o-yu', 'report', reportOf(postId, { reason: 'other', words: '' }));
  const { items } = await here.tell('o-hr', 'listReviews', { isOpen: true });
  expect(items).toMatchObject([
    { text: '看照片', state: 'visible', causes: [{ reason: 'privacy' }, { reason: 'other' }] },
  ]);
  expect(JSON.stringify(items)).not.toMatch(/p-ming|p-yu/);
  expect((await here.tell('o-yu', 'readPost', { postId })).post.state).toBe('visible');
});

it('a take-down needs a reason, hides the post at once and tells its author why', async () => {
  const postId = await here.post('o-lan', '看照片');
  await here.tell('o-ming', 'report', reportOf(postId));
  expect(await here.refusalOf('o-hr', 'decideReview', decision(postId, 'takeDown'))).toBe('review_reason_missing');
  const input = decision(postId, 'takeDown', '有客户名称');
  const decided = await here.tell('o-hr', 'decideReview', input);
  expect(decided).toMatchObject({ isOpen: false, state: 'takenDown', decisions: [{ reason: '有客户名称' }] });
  expect(await here.tell('o-hr', 'decideReview', input)).toEqual(decided);
  expect(await here.refusalOf('o-hr', 'decideReview', decision(postId, 'keep'))).toBe('review_closed');
  expect(await here.refusalOf('o-ming', 'readPost', { postId })).toBe('post_not_found');
  expect((await here.tell('o-lan', 'readPost', { postId })).post).toMatchObject({
    state: 'takenDown',
    stateReason: '有客户名称',
  });
  await here.sweep();
  await here.sweep();
  expect(here.told).toMatchObject([{ personIds: ['p-lan'], title: '你的动态被下架了', line: '原因：有客户名称' }]);
});

it('somebody whose words were reported and stay is not told', async () => {
  const postId = await here.post('o-lan', '看照片');
  await here.tell('o-ming', 'report', reportOf(postId));
  await here.tell('o-hr', 'decideReview', decision(postId, 'keep'));
  await here.sweep();
  expect(here.told).toEqual([]);
});

it('an appeal opens the review again, once, and can bring the post back', async () => {
  const postId = await here.post('o-lan', '看照片');
  expect(await here.refusalOf('o-lan', 'appeal', appealOf(postId))).toBe('post_not_found');
  await here.tell('o-ming', 'report', reportOf(postId));
  await here.tell('o-hr', 'decideReview', decision(postId, 'takeDown', '有客户名称'));
  expect(await here.refusalOf('o-ming', 'appeal', appealOf(postId))).toBe('post_not_found');
  await here.tell('o-lan', 'appeal', appealOf(postId));
  expect(await here.refusalOf('o-lan', 'appeal', appealOf(postId))).toBe('appeal_made_already');
  expect((await here.tell('o-hr', 'listReviews', { isOpen: true })).items).toMatchObject([
    { causes: [{ kind: 'report' }, { kind: 'appeal', words: '已经打码' }] },
  ]);
  await here.tell('o-hr', 'decideReview', decision(postId, 'keep'));
  expect((await here.tell('o-ming', 'readPost', { postId })).post).toMatchObject({ state: 'visible', stateReason: '' });
});

it('a post that was taken down and changed is shown only after a moderator has looked', async () => {
  const postId = await here.post('o-lan', '看照片');
  await here.tell('o-ming', 'report', reportOf(postId));
  await here.tell('o-hr', 'decideReview', decision(postId, 'takeDown', '有客户名称'));
  const change = { postId, text: '换了一张', topics: [], requestId: freshRequest() };
  expect(await here.tell('o-lan', 'editPost', change)).toMatchObject({ state: 'inReview' });
  expect((await here.tell('o-hr', 'listReviews', { isOpen: true })).items).toMatchObject([
    { text: '换了一张', revisions: [{ text: '看照片' }] },
  ]);
});

it('nobody decides on their own words', async () => {
  const postId = await here.post('o-hr', '我写的');
  await here.tell('o-ming', 'report', reportOf(postId));
  expect(await here.refusalOf('o-hr', 'decideReview', decision(postId, 'keep'))).toBe('review_own');
});

it('HR of a branch sees and decides only what people of the branch wrote', async () => {
  const [head, south] = [await here.post('o-lan', '总部'), await here.post('o-south', '南方')];
  for (const postId of [head, south]) await here.tell('o-ming', 'report', reportOf(postId));
  expect((await here.tell('o-branch', 'listReviews', { isOpen: true })).items).toMatchObject([{ text: '南方' }]);
  expect(await here.refusalOf('o-branch', 'decideReview', decision(head, 'keep'))).toBe('review_not_found');
  expect(await here.tell('o-branch', 'decideReview', decision(south, 'keep'))).toMatchObject({ isOpen: false });
});

it('a comment can be reported and taken down too, and the count of the post follows', async () => {
  const postId = await here.post('o-lan', '大家好');
  const commentId = await here.comment('o-ming', postId, '坏话');
  await here.tell('o-yu', 'report', reportOf(commentId, { subjectKind: 'comment' }));
  const input = { reviewId: `comment.${commentId}`, verdict: 'takeDown' as const, reason: '不友善' };
  await here.tell('o-hr', 'decideReview', { ...input, requestId: freshRequest() });
  expect((await here.tell('o-yu', 'listComments', { postId })).items).toEqual([]);
  for (let minute = 0; minute < 3; minute += 1) await here.sweep();
  expect(here.posts()[0]).toMatchObject({ comments: 0, recountSince: null });
  expect(here.told.find(({ personIds }) => personIds.includes('p-ming'))?.title).toBe('你的评论被下架了');
});

it('what is not there, or not visible, cannot be reported', async () => {
  const postId = await here.post('o-lan', '有事加微信');
  expect(await here.refusalOf('o-ming', 'report', reportOf(postId))).toBe('post_not_found');
  expect(await here.refusalOf('o-ming', 'report', reportOf('c-none', { subjectKind: 'comment' }))).toBe(
    'comment_not_found',
  );
  expect(await here.refusalOf('o-hr', 'decideReview', decision('p-none', 'keep'))).toBe('review_not_found');
});
