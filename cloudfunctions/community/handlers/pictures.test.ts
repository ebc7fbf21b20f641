import { killedEverywhere } from '../../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';
import { readFile } from '../../platform/files';

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

describe('pictures of a post that its author changes', () => {
  const upload = (requestId: string, place: number) => here.upload('o-lan', `posts/${requestId}/${place}.png`, png);

  /** A post of the given number of pictures, all of them judged harmless. */
  const pictured = async (count: number) => {
    const requestId = freshRequest();
    const pictureFileIds = await Promise.all(Array.from({ length: count }, (_, place) => upload(requestId, place)));
    const input = { kind: 'post', text: '看图', pictureFileIds, requestId } as const;
    const { _id: postId } = await here.tell('o-lan', 'publishPost', input);
    for (let number = 0; number < count; number += 1) await here.judgePicture(postId, number, 'pass');
    return { postId, pictureFileIds };
  };
  const numbers = () => here.posts()[0]?.pictures.map(({ number }) => number);

  it('change their order without being checked again', async () => {
    const { postId } = await pictured(3);
    const change = { postId, text: '看图', topics: [], requestId: freshRequest() };
    const pictures = [{ number: 2 }, { number: 0 }, { number: 1 }];
    expect(await here.tell('o-lan', 'editPost', { ...change, pictures })).toMatchObject({ state: 'visible' });
    expect(numbers()).toEqual([2, 0, 1]);
    const read = await here.tell('o-lan', 'readPost', { postId });
    expect(read.pictures.map(({ number }) => number)).toEqual([2, 0, 1]);
    expect((await here.tell('o-ming', 'readPost', { postId })).pictures).toEqual([]);
  });

  it('that are new keep it back until they are judged, and an old verdict says nothing of them', async () => {
    const { postId } = await pictured(1);
    const requestId = freshRequest();
    const pictures = [{ fileId: await upload(requestId, 0) }];
    const change = { postId, text: '换了一张', topics: [], requestId, pictures };
    expect(await here.tell('o-lan', 'editPost', change)).toMatchObject({ state: 'pending', pictureCount: 1 });
    expect(numbers()).toEqual([1]);
    await here.judgePicture(postId, 0, 'pass');
    expect(await here.refusalOf('o-ming', 'readPost', { postId })).toBe('post_not_found');
    await here.judgePicture(postId, 1, 'pass');
    expect((await here.tell('o-ming', 'readPost', { postId })).post).toMatchObject({ text: '换了一张' });
    expect(await here.tell('o-lan', 'editPost', change)).toMatchObject({ text: '换了一张', pictureCount: 1 });
  });

  it('that were taken out are deleted from the storage, the others are not', async () => {
    const { postId, pictureFileIds } = await pictured(2);
    const [kept = '', dropped = ''] = pictureFileIds;
    const change = { postId, text: '只留一张', topics: [], pictures: [{ number: 0 }], requestId: freshRequest() };
    await here.tell('o-lan', 'editPost', change);
    await here.sweep();
    expect(here.posts()[0]).toMatchObject({ droppedFileIds: [], duties: [], dutiesSince: null });
    expect((await here.tell('o-lan', 'readPost', { postId })).post.pictureUrls).toHaveLength(1);
    expect(await readFile(kept)).not.toBeNull();
    expect(await readFile(dropped)).toBeNull();
  });

  it('are refused when they are of another post, named twice or uploaded for another request', async () => {
    const { postId, pictureFileIds } = await pictured(2);
    const [foreign = ''] = pictureFileIds;
    const wrong = [[{ number: 7 }], [{ number: 0 }, { number: 0 }], [{ fileId: foreign }]];
    for (const pictures of wrong) {
      const change = { postId, text: '看图', topics: [], pictures, requestId: freshRequest() };
      expect(await here.refusalOf('o-lan', 'editPost', change)).toBe('post_picture_unusable');
    }
    const requestId = freshRequest();
    const misplaced = { fileId: await upload(requestId, 5) };
    const change = { postId, text: '看图', topics: [], pictures: [{ number: 0 }, misplaced], requestId };
    expect(await here.refusalOf('o-lan', 'editPost', change)).toBe('post_picture_unusable');
    expect(numbers()).toEqual([0, 1]);
  });

  it('stand whole after a change killed at any request, and what was taken out is gone', async () => {
    const { postId, pictureFileIds } = await pictured(2);
    const [, dropped = ''] = pictureFileIds;
    const cuts = await killedEverywhere(async (cut) => {
      const change = { postId, text: '少一张', topics: [], pictures: [{ number: 0 }], requestId: freshRequest() };
      const edit = () => here.ask('o-lan', 'editPost', change);
      await cut(edit);
      expect(await edit()).toMatchObject({ ok: true, data: { pictureCount: 1 } });
      await here.sweep();
      expect(here.posts()[0]).toMatchObject({ droppedFileIds: [], duties: [], pictures: [{ number: 0 }] });
      expect(await readFile(dropped)).toBeNull();
    });
    expect(cuts).toBe(3);
  });
});
