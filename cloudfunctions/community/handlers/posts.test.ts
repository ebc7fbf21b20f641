import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

const write = (text: string, more: object = {}) => ({
  kind: 'post' as const,
  text,
  requestId: freshRequest(),
  ...more,
});

describe('a post', () => {
  it('is seen by every colleague at once, newest first, and costs two requests to write', async () => {
    await here.post('o-lan', '早上好');
    jest.setSystemTime(Date.now() + 1);
    const { dbRequests } = await here.stage.counted(() => here.tell('o-ming', 'publishPost', write('你好')));
    expect(dbRequests).toBe(2);
    const page = await here.tell('o-yu', 'listFeed', {});
    expect(page.items.map(({ text }) => text)).toEqual(['你好', '早上好']);
    expect(page.items[0]).toMatchObject({ state: 'visible', isMine: false, likes: 0, comments: 0 });
  });

  it('is written once however often it is sent, and another under the same request is refused', async () => {
    const input = write('只写一次');
    const first = await here.tell('o-lan', 'publishPost', input);
    expect(await here.tell('o-lan', 'publishPost', input)).toEqual(first);
    expect(await here.refusalOf('o-lan', 'publishPost', { ...input, text: '另一条' })).toBe('request_id_reused');
    expect((await here.tell('o-ming', 'publishPost', input))._id).not.toBe(first._id);
    expect(here.posts()).toHaveLength(2);
  });

  it('keeps markup as the plain text it is', async () => {
    const text = '<script>alert(1)</script><b>粗</b> &amp; {{x}}';
    const postId = await here.post('o-lan', text);
    expect((await here.tell('o-ming', 'readPost', { postId })).post.text).toBe(text);
  });

  it('of ten thousand characters, of blanks or of control characters is refused', async () => {
    for (const text of ['字'.repeat(10_000), '字'.repeat(2001), '  \n ', 'a\u0007']) {
      expect(await here.refusalOf('o-lan', 'publishPost', write(text))).toBe('input_invalid');
    }
    expect(await here.post('o-lan', '字'.repeat(2000))).toMatch(/^p-/);
  });

  it('with risky words is refused and not kept', async () => {
    expect(await here.refusalOf('o-lan', 'publishPost', write('来赌博'))).toBe('text_refused');
    expect(await here.refusalOf('o-lan', 'publishPost', write('你好', { topics: ['赌博'] }))).toBe('text_refused');
    expect(here.posts()).toEqual([]);
  });

  it('with doubtful words waits for a moderator, and only its author sees it', async () => {
    const postId = await here.post('o-lan', '有事加微信');
    expect((await here.tell('o-ming', 'listFeed', {})).items).toEqual([]);
    expect(await here.refusalOf('o-ming', 'readPost', { postId })).toBe('post_not_found');
    expect(await here.refusalOf('o-ming', 'likePost', { postId, isLiked: true, requestId: freshRequest() })).toBe(
      'post_not_found',
    );
    expect((await here.tell('o-lan', 'readPost', { postId })).post.state).toBe('inReview');
    expect((await here.tell('o-lan', 'listMyPosts', {})).items).toMatchObject([{ _id: postId, state: 'inReview' }]);
    expect(here.reviews()).toMatchObject([{ subjectId: postId, isOpen: true }]);
  });

  it('that nobody could check is kept, shown to its author, and checked by the sweep', async () => {
    here.neighbours.areThere = false;
    const postId = await here.post('o-lan', '早上好');
    expect(here.posts()).toMatchObject([{ state: 'pending' }]);
    await here.sweep();
    expect(here.posts()).toMatchObject([{ state: 'pending' }]);
    here.neighbours.areThere = true;
    await here.sweep();
    expect((await here.tell('o-ming', 'readPost', { postId })).post.state).toBe('visible');
  });

  it('that nobody could check for two hours goes before a moderator', async () => {
    here.neighbours.areThere = false;
    await here.post('o-lan', '早上好');
    jest.setSystemTime(Date.now() + 2 * 3_600_000);
    await here.sweep();
    expect(here.posts()).toMatchObject([{ state: 'inReview', duties: [] }]);
    expect(here.reviews()).toMatchObject([{ isOpen: true }]);
  });

  it('is found by its topic, and questions by being questions', async () => {
    await here.tell('o-lan', 'publishPost', write('爬山', { topics: ['徒步', '徒步'] }));
    await here.tell('o-lan', 'publishPost', { ...write('怎么报销'), kind: 'question' });
    expect((await here.tell('o-yu', 'listFeed', { topic: '徒步' })).items).toMatchObject([{ topics: ['徒步'] }]);
    expect((await here.tell('o-yu', 'listFeed', { kind: 'question' })).items).toMatchObject([{ text: '怎么报销' }]);
  });
});

describe('the feed', () => {
  it('costs two requests at any page and size, and shows everything once', async () => {
    for (let n = 0; n < 7; n += 1) {
      jest.setSystemTime(Date.now() + 1000);
      await here.post('o-lan', `第 ${n} 条`);
    }
    const met: string[] = [];
    let cursor: string | undefined;
    do {
      const { result, dbRequests } = await here.stage.counted(() =>
        here.tell('o-yu', 'listFeed', { limit: 3, ...(cursor === undefined ? {} : { cursor }) }),
      );
      expect(dbRequests).toBe(2);
      met.push(...result.items.map(({ text }) => text));
      cursor = result.next ?? undefined;
    } while (cursor);
    expect(met).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `第 ${n} 条`));
  });

  it('puts what one follows first and says why', async () => {
    await here.tell('o-lan', 'publishPost', write('爬山', { topics: ['徒步'] }));
    jest.setSystemTime(Date.now() + 1000);
    await here.post('o-lan', '午饭');
    jest.setSystemTime(Date.now() + 1000);
    await here.tell('o-lan', 'publishPost', write('谢谢 @yu', { mentionIds: ['p-yu'] }));
    const texts = (await here.tell('o-yu', 'listFeed', { interests: ['徒步'] })).items;
    expect(texts.map(({ text, reason }) => [text, reason.kind])).toEqual([
      ['谢谢 @yu', 'mentioned'],
      ['爬山', 'topic'],
      ['午饭', 'newest'],
    ]);
    expect((await here.tell('o-ming', 'listFeed', {})).items[0]?.text).toBe('谢谢 @yu');
  });
});

describe('the author', () => {
  it('changes words; the earlier ones stay for moderators, the repeat changes nothing', async () => {
    const postId = await here.post('o-lan', '第一版');
    const input = { postId, text: '第二版', topics: [], requestId: freshRequest() };
    const changed = await here.tell('o-lan', 'editPost', input);
    expect(changed).toMatchObject({ text: '第二版', state: 'visible', editedAt: expect.any(String) });
    expect(await here.tell('o-lan', 'editPost', input)).toEqual(changed);
    expect(here.posts()[0]?.revisions).toMatchObject([{ text: '第一版' }]);
    expect(await here.refusalOf('o-ming', 'editPost', { ...input, requestId: freshRequest() })).toBe('post_not_found');
    expect(await here.refusalOf('o-lan', 'editPost', { ...input, text: '赌博', requestId: freshRequest() })).toBe(
      'text_refused',
    );
  });

  it('takes a post away for everybody, once; after ninety days nothing is left', async () => {
    const postId = await here.post('o-lan', '走了');
    await here.comment('o-ming', postId, '别走');
    const input = { postId, requestId: freshRequest() };
    expect(await here.refusalOf('o-ming', 'removePost', input)).toBe('post_not_found');
    await here.tell('o-lan', 'removePost', input);
    await here.tell('o-lan', 'removePost', input);
    for (const openId of ['o-lan', 'o-ming']) {
      expect(await here.refusalOf(openId, 'readPost', { postId })).toBe('post_not_found');
      expect(await here.refusalOf(openId, 'listComments', { postId })).toBe('post_not_found');
    }
    jest.setSystemTime(Date.now() + 89 * 86_400_000);
    await here.sweep();
    expect(here.posts()).toHaveLength(1);
    jest.setSystemTime(Date.now() + 86_400_000);
    await here.sweep();
    expect([here.posts(), here.comments(), here.reviews()]).toEqual([[], [], []]);
  });

  it('who has left stays under their name, and may no longer call', async () => {
    const postId = await here.post('o-lan', '再见');
    await here.stage.seat({ _id: 'o-lan', personId: 'p-lan', name: 'lan', relievingDate: '2026-11-01' });
    expect((await here.tell('o-ming', 'readPost', { postId })).post.authorName).toBe('lan');
    expect(await here.refusalOf('o-lan', 'listFeed', {})).toBe('not_allowed');
  });
});

describe('saves', () => {
  it('are mine alone, found again in the order of saving, and gone with the post', async () => {
    const [one, two] = [await here.post('o-lan', '一'), await here.post('o-lan', '二')];
    const save = (postId: string, isSaved: boolean) =>
      here.tell('o-yu', 'savePost', { postId, isSaved, requestId: freshRequest() });
    await save(two, true);
    jest.setSystemTime(Date.now() + 1000);
    await save(one, true);
    await save(one, true);
    const mine = async (openId: string) => (await here.tell(openId, 'listMySaves', {})).items.map(({ text }) => text);
    expect(await mine('o-yu')).toEqual(['一', '二']);
    expect(await mine('o-ming')).toEqual([]);
    expect((await here.tell('o-yu', 'readPost', { postId: one })).isSavedByMe).toBe(true);
    await here.tell('o-lan', 'removePost', { postId: one, requestId: freshRequest() });
    expect(await mine('o-yu')).toEqual(['二']);
    await save(two, false);
    expect(await mine('o-yu')).toEqual([]);
    expect(
      await here.refusalOf('o-yu', 'savePost', { postId: 'p-none', isSaved: true, requestId: freshRequest() }),
    ).toBe('post_not_found');
  });
});

describe('whoever is named', () => {
  it('is told once by the sweep, and not before others can see it', async () => {
    const mentionIds = ['p-yu', 'p-yu', 'p-lan', 'p-nobody'];
    await here.tell('o-lan', 'publishPost', write('谢谢 @yu', { mentionIds }));
    const { _id: doubtful } = await here.tell('o-lan', 'publishPost', write('@yu 加微信', { mentionIds }));
    await here.sweep();
    await here.sweep();
    expect(here.told).toMatchObject([{ personIds: ['p-yu'], title: 'lan提到了你' }]);
    await here.tell('o-hr', 'decideReview', {
      reviewId: `post.${doubtful}`,
      verdict: 'keep',
      reason: '',
      requestId: freshRequest(),
    });
    await here.sweep();
    expect(here.told.map(({ title }) => title)).toEqual(['lan提到了你', 'lan提到了你', '你的动态已经可以看到了']);
  });

  it('in a change is told once, and nobody a second time for it', async () => {
    const { _id: postId } = await here.tell('o-lan', 'publishPost', write('谢谢 @yu', { mentionIds: ['p-yu'] }));
    await here.sweep();
    const change = async (text: string, mentionIds?: string[]) => {
      here.told.length = 0;
      const named = mentionIds ? { mentionIds } : {};
      await here.tell('o-lan', 'editPost', { postId, text, topics: [], ...named, requestId: freshRequest() });
      await here.sweep();
      await here.sweep();
      return here.told.flatMap(({ personIds }) => personIds);
    };
    expect(await change('谢谢 @yu 和 @ming', ['p-yu', 'p-ming', 'p-lan'])).toEqual(['p-ming']);
    expect(await change('谢谢 @yu 和 @ming 两位', ['p-yu', 'p-ming'])).toEqual([]);
    expect(await change('谢谢两位', undefined)).toEqual([]);
    expect(here.posts()[0]?.mentions.map(({ name }) => name)).toEqual(['ming', 'yu']);
    expect(await change('谢谢 @ming', ['p-ming'])).toEqual([]);
    expect(here.posts()[0]?.mentions.map(({ name }) => name)).toEqual(['ming']);
  });

  it('in a change that has to be read first is told with those who were not told yet', async () => {
    const { _id: postId } = await here.tell('o-lan', 'publishPost', write('谢谢 @yu', { mentionIds: ['p-yu'] }));
    const change = { postId, text: '@yu @ming 加微信', topics: [], mentionIds: ['p-yu', 'p-ming'] };
    await here.tell('o-lan', 'editPost', { ...change, requestId: freshRequest() });
    await here.sweep();
    expect(here.told).toEqual([]);
    const decision = { reviewId: `post.${postId}`, verdict: 'keep', reason: '' } as const;
    await here.tell('o-hr', 'decideReview', { ...decision, requestId: freshRequest() });
    await here.sweep();
    expect(here.told[0]?.personIds.toSorted()).toEqual(['p-ming', 'p-yu']);
  });

  it('is told later when nobody took the message', async () => {
    await here.tell('o-lan', 'publishPost', write('谢谢 @yu', { mentionIds: ['p-yu'] }));
    here.neighbours.areThere = false;
    await here.sweep();
    here.neighbours.areThere = true;
    await here.sweep();
    expect(here.told).toHaveLength(1);
    expect(here.posts()).toMatchObject([{ duties: [], dutiesSince: null }]);
  });
});
