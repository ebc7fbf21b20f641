import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

describe('likes', () => {
  it('of sixty-four people at the same moment are sixty-four, and cost two requests each', async () => {
    const postId = await here.post('o-lan', '大家好');
    const people = Array.from({ length: 64 }, (_, n) => `fan${n}`);
    for (const name of people) await here.stage.seat({ _id: `o-${name}`, personId: `p-${name}`, name });
    const like = (name: string) =>
      here.tell(`o-${name}`, 'likePost', { postId, isLiked: true, requestId: freshRequest() });
    const { result, dbRequests } = await here.stage.counted(() => Promise.all(people.map(like)));
    expect(dbRequests).toBe(2 * 64);
    expect(Math.max(...result.map(({ likes }) => likes))).toBe(64);
    expect(here.posts()[0]?.likers).toHaveLength(64);
  });

  it('are said once however often they are said, and taken back once', async () => {
    const postId = await here.post('o-lan', '大家好');
    const like = (isLiked: boolean) => here.tell('o-ming', 'likePost', { postId, isLiked, requestId: freshRequest() });
    expect(await Promise.all([like(true), like(true), like(true)])).toContainEqual({ likes: 1, isLikedByMe: true });
    expect(await like(true)).toEqual({ likes: 1, isLikedByMe: true });
    expect(await like(false)).toEqual({ likes: 0, isLikedByMe: false });
    expect(await like(false)).toEqual({ likes: 0, isLikedByMe: false });
  });

  it('end where a post can remember no more; whoever already liked it still does', async () => {
    const { posts } = await import('../store');
    const postId = await here.post('o-lan', '大家好');
    const likers = ['p-ming', ...Array.from({ length: 4999 }, (_, n) => `p-fan${n}`)];
    await posts.changeOne({ _id: postId }, { likers });
    const like = (isLiked: boolean) => ({ postId, isLiked, requestId: freshRequest() });
    expect(await here.refusalOf('o-yu', 'likePost', like(true))).toBe('post_likes_full');
    expect(await here.tell('o-ming', 'likePost', like(true))).toEqual({ likes: 5000, isLikedByMe: true });
    expect(await here.tell('o-ming', 'likePost', like(false))).toMatchObject({ likes: 4999 });
    expect(await here.tell('o-yu', 'likePost', like(true))).toMatchObject({ likes: 5000 });
  });
});
