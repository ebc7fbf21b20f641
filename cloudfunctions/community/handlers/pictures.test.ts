import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

describe('pictures', () => {
  const withPictures = async (count: number, content = png) => {
    const requestId = freshRequest();
    const pictureFileIds = await Promise.all(
      Array.from({ length: count }, (_, index) => here.upload('o-lan', `posts/${requestId}/${index}.png`, content)),
    );
    return { kind: 'post' as const, text: '看图', pictureFileIds, requestId };
  };

  it('keep a post back until WeChat has judged each of them', async () => {
    const { _id: postId } = await here.tell('o-lan', 'publishPost', await withPictures(9));
    expect(here.posts()).toMatchObject([{ state: 'pending', duties: [] }]);
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((index) => here.judgePicture(postId, index, 'pass')));
    expect(here.posts()).toMatchObject([{ state: 'pending' }]);
    expect(await here.judgePicture(postId, 8, 'pass')).toMatchObject({ ok: true });
    const { post } = await here.tell('o-ming', 'readPost', { postId });
    expect(post).toMatchObject({ state: 'visible', pictureCount: 9 });
    expect(post.pictureUrls).toHaveLength(9);
    expect((await here.tell('o-ming', 'listFeed', {})).items[0]?.pictureUrls).toHaveLength(3);
  });

  it('that WeChat doubts send the post to a moderator, and a verdict that comes again changes nothing', async () => {
    const { _id: postId } = await here.tell('o-lan', 'publishPost', await withPictures(2));
    await here.judgePicture(postId, 0, 'risky');
    const before = JSON.stringify(here.posts());
    await here.judgePicture(postId, 0, 'pass');
    expect(JSON.stringify(here.posts())).toBe(before);
    expect(here.posts()).toMatchObject([{ state: 'inReview' }]);
    expect(here.reviews()).toHaveLength(1);
  });

  it('are asked about again when nobody was there to ask', async () => {
    const input = await withPictures(1);
    here.neighbours.areThere = false;
    await here.tell('o-lan', 'publishPost', input);
    expect(here.posts()[0]?.pictures).toMatchObject([{ isAsked: false }]);
    here.neighbours.areThere = true;
    await here.sweep();
    expect(here.posts()[0]?.pictures).toMatchObject([{ isAsked: true, check: 'waiting' }]);
  });

  it('that are none, are too large, or were uploaded for something else are refused', async () => {
    const refused = (input: Awaited<ReturnType<typeof withPictures>>) => here.refusalOf('o-lan', 'publishPost', input);
    expect(await refused(await withPictures(1, Buffer.from('<svg/>')))).toBe('post_picture_unusable');
    const large = Buffer.concat([png, Buffer.alloc(1024 * 1024)]);
    expect(await refused(await withPictures(1, large))).toBe('post_picture_unusable');
    const foreign = await withPictures(1);
    expect(await refused({ ...foreign, requestId: freshRequest() })).toBe('post_picture_unusable');
    const [one = ''] = foreign.pictureFileIds;
    const missing = one.replace('/0.png', '/1.png');
    expect(await refused({ ...foreign, pictureFileIds: [one, missing] })).toBe('post_picture_unusable');
    expect(here.posts()).toEqual([]);
  });
});
