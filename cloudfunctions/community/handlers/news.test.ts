import type { CommunityContract } from '../../../shared/community/contract';
import type { InputOf } from '../../../shared/kernel/contract';
import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

type Written = InputOf<CommunityContract['writeArticle']>;
const words = (count: number) => [{ kind: 'paragraph' as const, text: '字'.repeat(count) }];
const article = (more: Partial<Written> = {}): Written => ({
  articleId: null,
  kind: 'news',
  title: '新闻',
  summary: '',
  coverFileId: null,
  blocks: words(200),
  audience: { kind: 'everybody' },
  publishAt: null,
  isPinned: false,
  isMustRead: false,
  requestId: freshRequest(),
  ...more,
});
const write = (more: Partial<Written> = {}) => here.tell('o-hr', 'writeArticle', article(more));
const titles = async (openId: string) => (await here.tell(openId, 'listNews', {})).items.map(({ title }) => title);
const open = (openId: string, articleId: string) =>
  here.tell(openId, 'openArticle', { articleId, requestId: freshRequest() });
const finish = (openId: string, articleId: string) =>
  here.ask(openId, 'finishArticle', { articleId, requestId: freshRequest() });
const passSeconds = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1000);

it('an article is read by whom it is for, and is not there for anybody else; the list costs two requests', async () => {
  await here.stage.seat({ _id: 'o-boss', personId: 'p-boss', isManager: true, departmentName: '市场部' });
  await write({ title: '都看' });
  await write({ title: '主管', audience: { kind: 'managers' } });
  await write({ title: '南方', audience: { kind: 'branches', branchIds: ['branch-south'] } });
  const { _id } = await write({
    title: '市场',
    audience: { kind: 'departments', departmentNames: ['市场部', '财务部'] },
  });
  expect((await titles('o-lan')).sort()).toEqual(['都看']);
  expect((await titles('o-south')).sort()).toEqual(['南方', '都看'].sort());
  expect((await titles('o-boss')).sort()).toEqual(['主管', '市场', '都看'].sort());
  expect(await here.refusalOf('o-lan', 'openArticle', { articleId: _id, requestId: freshRequest() })).toBe(
    'article_not_found',
  );
  const { dbRequests } = await here.stage.counted(() => titles('o-lan'));
  expect(dbRequests).toBe(2);
});

it('what is pinned stands first, then the latest', async () => {
  await write({ title: '旧的', isPinned: true });
  passSeconds(60);
  const { _id } = await write({ title: '新的' });
  expect(await titles('o-lan')).toEqual(['旧的', '新的']);
  await write({ articleId: _id, title: '新的', isPinned: true });
  expect(await titles('o-lan')).toEqual(['新的', '旧的']);
});

it('what is to come is published by the sweep when its moment has come, not before', async () => {
  const publishAt = new Date(Date.now() + 600_000).toISOString();
  expect(await write({ publishAt })).toMatchObject({ state: 'scheduled' });
  await here.sweep();
  expect(await titles('o-lan')).toEqual([]);
  passSeconds(480);
  await here.sweep();
  expect(await titles('o-lan')).toEqual(['新闻']);
});

it('reading counts once a person, and only after the time that reading takes', async () => {
  const { _id, readingSeconds } = await write();
  expect(readingSeconds).toBe(10);
  expect(await finish('o-lan', _id)).toMatchObject({ ok: false, code: 'article_not_found' });
  expect(await open('o-lan', _id)).toMatchObject({ isRead: false });
  passSeconds(9);
  expect(await finish('o-lan', _id)).toMatchObject({ ok: false, code: 'reading_too_short', detail: { seconds: 1 } });
  passSeconds(1);
  expect(await finish('o-lan', _id)).toMatchObject({ ok: true });
  expect(await finish('o-lan', _id)).toMatchObject({ ok: true });
  expect(await open('o-lan', _id)).toMatchObject({ isRead: true, article: { readers: 1 } });
  await here.sweep();
  expect((await here.tell('o-hr', 'listArticles', {})).items).toMatchObject([{ readers: 1 }]);
});

it('HR sees who has read, the latest first, and nobody who only opened', async () => {
  const { _id: articleId } = await write();
  for (const openId of ['o-lan', 'o-ming', 'o-yu']) await open(openId, articleId);
  passSeconds(60);
  await finish('o-ming', articleId);
  passSeconds(60);
  await finish('o-lan', articleId);
  const { items } = await here.tell('o-hr', 'listReaders', { articleId });
  expect(items.map(({ name }) => name)).toEqual(['lan', 'ming']);
  expect(await here.refusalOf('o-branch', 'listReaders', { articleId })).toBe('article_not_found');
});

it('HR of a branch writes for the branch, and neither sees nor changes what others wrote', async () => {
  const { _id: articleId } = await write();
  expect(await here.refusalOf('o-branch', 'writeArticle', article())).toBe('article_audience_foreign');
  const audience = { kind: 'branches' as const, branchIds: ['branch-south'] };
  expect(await here.refusalOf('o-branch', 'writeArticle', article({ audience, articleId }))).toBe('article_not_found');
  const withdrawal = { articleId, requestId: freshRequest() };
  expect(await here.refusalOf('o-branch', 'withdrawArticle', withdrawal)).toBe('article_not_found');
  await here.tell('o-branch', 'writeArticle', article({ audience, title: '成都' }));
  expect((await here.tell('o-branch', 'listArticles', {})).items).toMatchObject([{ title: '成都' }]);
  expect((await here.tell('o-hr', 'listArticles', {})).items).toHaveLength(2);
  expect(await titles('o-south')).toContain('成都');
});

it('an article is written once however often it is sent, and gone from the list once withdrawn', async () => {
  const input = article();
  const first = await here.tell('o-hr', 'writeArticle', input);
  expect(await here.tell('o-hr', 'writeArticle', input)).toEqual(first);
  expect(await here.refusalOf('o-hr', 'writeArticle', { ...input, title: '别的' })).toBe('request_id_reused');
  const changed = article({ articleId: first._id, title: '改过' });
  expect(await here.tell('o-hr', 'writeArticle', changed)).toMatchObject({ title: '改过' });
  await here.tell('o-hr', 'withdrawArticle', { articleId: first._id, requestId: freshRequest() });
  expect(await titles('o-lan')).toEqual([]);
});

it('markup is text, a link leads only to pages of ours, and a picture only to what was uploaded for it', async () => {
  const text = '<img src=x onerror=alert(1)>';
  const { blocks } = await write({ blocks: [{ kind: 'paragraph', text }] });
  expect(blocks).toEqual([{ kind: 'paragraph', text }]);
  for (const page of ['javascript:alert(1)', 'https://example.com', '/other/page']) {
    const link = { kind: 'link' as const, text: '去看', page };
    expect(await here.refusalOf('o-hr', 'writeArticle', article({ blocks: [link] }))).toBe('input_invalid');
  }
  const requestId = freshRequest();
  const fileId = await here.upload('o-hr', `articles/${requestId}/0.png`, Buffer.from('89504e470d0a1a0a00', 'hex'));
  const picture = { kind: 'picture' as const, fileId, caption: '' };
  expect(await here.refusalOf('o-hr', 'writeArticle', article({ blocks: [picture] }))).toBe('post_picture_unusable');
  const written = await write({ blocks: [picture], requestId });
  expect(written.pictureUrls[fileId]).toMatch(/^http/);
  expect(await write({ articleId: written._id, blocks: [picture, ...words(3)] })).toMatchObject({
    blocks: [picture, {}],
  });
});

it('reading is told to the points once, later when they were not there', async () => {
  const { _id: articleId } = await write({ title: '搬家指南' });
  await open('o-lan', articleId);
  passSeconds(60);
  await finish('o-lan', articleId);
  here.neighbours.areThere = false;
  await here.sweep();
  here.neighbours.areThere = true;
  await here.sweep();
  await here.sweep();
  await finish('o-lan', articleId);
  await here.sweep();
  expect(here.earned).toMatchObject([{ rule: 'newsRead', personId: 'p-lan', about: '搬家指南' }]);
});
