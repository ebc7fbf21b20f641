import { personOf } from '../../seeds/sample-calls/sample-call';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openToldCommunity } from '../../test/told-community';
import type { ToldStage } from '../../test/told-stage';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

const [lin, chen, tang] = ['林晓', '陈一诺', '唐思远'].map(personOf) as [string, string, string];
let company: ToldStage<'community'>;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  company = await openToldCommunity(new Date());
});
afterAll(() => company.close());

let written = 0;

async function publish(more: object = {}) {
  written += 1;
  const title = `考勤新规 ${written}`;
  const article = {
    ...{ articleId: null, kind: 'news', title, summary: '下月起', coverFileId: null, publishAt: null },
    ...{ blocks: [{ kind: 'paragraph', text: '弹性一小时。' }], audience: { kind: 'everybody' } },
    ...{ isPinned: false, isMustRead: true, requestId: freshRequest(), ...more },
  } as Parameters<typeof company.ask<'writeArticle'>>[2];
  const { _id: articleId } = await company.tell('周岚', 'writeArticle', article);
  return { articleId, heading: `必读：${title}`, article };
}
async function read(name: string, articleId: string) {
  await company.tell(name, 'openArticle', { articleId, requestId: freshRequest() });
  passTime(60_000);
  await company.tell(name, 'finishArticle', { articleId, requestId: freshRequest() });
}
const tasks = (personId: string, title: string) =>
  company
    .documents<{ personId: string; title: string; open: boolean; lane?: string }>('todayEntries')
    .filter((one) => one.personId === personId && one.title === title && one.open && one.lane === 'do').length;
const notRead = async (articleId: string) => {
  const { items } = await company.tell('周岚', 'listNotRead', { articleId, limit: 50 });
  return items.map(({ name }) => name);
};

it('a must-read is told once and stays on 今天 of everybody until they have read it', async () => {
  const { articleId, heading } = await publish();
  await company.sweep();
  await company.sweep();
  expect([tasks(lin, heading), tasks(chen, heading)]).toEqual([1, 1]);
  expect(company.toldTo(lin).filter((title) => title === heading)).toHaveLength(2);
  await read('林晓', articleId);
  expect([tasks(lin, heading), tasks(chen, heading)]).toEqual([0, 1]);
  await company.sweep();
  expect([tasks(lin, heading), tasks(chen, heading)]).toEqual([0, 1]);
});

it('HR sees who has not read it, those who have not joined among them', async () => {
  const { articleId } = await publish();
  expect(await notRead(articleId)).toEqual(expect.arrayContaining(['林晓', '陈一诺', '许知夏']));
  await read('林晓', articleId);
  const names = await notRead(articleId);
  expect(names).toContain('陈一诺');
  expect(names).not.toContain('林晓');
  const { items } = await company.tell('周岚', 'listNotRead', { articleId, limit: 50 });
  expect(items.find(({ name }) => name === '许知夏')).toMatchObject({ hasJoined: false });
});

it('only those whom it is for are asked and missed', async () => {
  const { articleId, heading } = await publish({ audience: { kind: 'branches', branchIds: ['chengdu'] } });
  await company.sweep();
  expect([tasks(lin, heading), tasks(tang, heading)]).toEqual([0, 1]);
  expect(await notRead(articleId)).not.toContain('林晓');
  expect(await notRead(articleId)).toContain('唐思远');
});

it('one that is still to come is told when it is out', async () => {
  const { heading } = await publish({ publishAt: new Date(Date.now() + 3_600_000).toISOString() });
  await company.sweep();
  expect(tasks(lin, heading)).toBe(0);
  passTime(3_600_000);
  await company.sweep();
  expect(tasks(lin, heading)).toBe(1);
});

it('taken back, or no longer a must, it leaves 今天 again', async () => {
  const { articleId, heading, article } = await publish();
  const other = await publish();
  await company.sweep();
  await company.tell('周岚', 'withdrawArticle', { articleId, requestId: freshRequest() });
  const changed = { ...other.article, articleId: other.articleId, isMustRead: false, requestId: freshRequest() };
  await company.tell('周岚', 'writeArticle', changed);
  await company.sweep();
  expect([tasks(lin, heading), tasks(lin, other.heading)]).toEqual([0, 0]);
  await company.tell('周岚', 'writeArticle', { ...article, articleId, requestId: freshRequest() });
  await company.sweep();
  expect(tasks(lin, heading)).toBe(1);
});

it('written anew for one branch, it leaves 今天 of all the others, who could not open it any more', async () => {
  const { articleId, heading, article } = await publish();
  await company.sweep();
  expect([tasks(lin, heading), tasks(tang, heading)]).toEqual([1, 1]);
  const audience = { kind: 'branches' as const, branchIds: ['chengdu'] };
  await company.tell('周岚', 'writeArticle', { ...article, articleId, audience, requestId: freshRequest() });
  await company.sweep();
  expect([tasks(lin, heading), tasks(tang, heading)]).toEqual([0, 1]);
});

it('what need not be read brings no task', async () => {
  const { heading } = await publish({ isMustRead: false });
  await company.sweep();
  expect(company.toldTo(lin)).not.toContain(heading);
});

it('with a long title and a summary of several lines and tabs reaches everybody all the same', async () => {
  const title = `放假安排${'，请提前安排好手上的事'.repeat(5)}`;
  await publish({ title, summary: '第一\t天\n第二天' });
  await company.sweep();
  expect(company.toldTo(lin).filter((told) => told.startsWith('必读：放假安排，'))).toHaveLength(2);
});
