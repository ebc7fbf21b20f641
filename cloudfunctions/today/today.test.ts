import type { InputOf } from '../../shared/kernel/contract';
import type { TodayContract } from '../../shared/today/contract';
import { noticeKinds } from '../../shared/today/model';
import { type Inboxes, openInboxes } from '../../test/inboxes';
import { freshRequest, passTime, stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let inboxes: Inboxes;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  inboxes = await openInboxes();
});
afterEach(() => inboxes.close());

const as: Inboxes['as'] = (openId, call, input) => inboxes.as(openId, call, input);
const notify: Inboxes['notify'] = (told) => inboxes.notify(told);
const putTask: Inboxes['putTask'] = (put) => inboxes.putTask(put);
const clearTask: Inboxes['clearTask'] = (at, taskId) => inboxes.clearTask(at, taskId);
const unread: Inboxes['unread'] = (openId) => inboxes.unread(openId);
const titles = () => inboxes.titles();
const inbox = () => inboxes.inbox();
const stored = () => inboxes.stored();
const minute = () => inboxes.minute();

describe('a message', () => {
  it('comes to everybody it is for, unread, and to nobody else', async () => {
    await notify({ personIds: ['p-lan', 'p-lan', 'p-far'] });
    expect(await inbox()).toMatchObject([{ title: '兑换的礼品已发放', isRead: false, at: '2026-11-20T02:00:00.000Z' }]);
    expect([await unread(), await unread('o-ming')]).toEqual([1, 0]);
    expect(stored()).toHaveLength(2);
  });

  it('is told once, also when its fact comes again after it was read, or with more persons', async () => {
    await notify({ factId: 'once' });
    const [notice] = await inbox();
    await as('o-lan', 'markRead', { noticeIds: [String(notice?._id)], requestId: freshRequest() });
    passTime(60_000);
    await notify({ factId: 'once', personIds: ['p-ming', 'p-lan'] });
    expect([await unread(), await unread('o-ming')]).toEqual([0, 1]);
    expect(await inbox()).toMatchObject([{ isRead: true, at: '2026-11-20T02:00:00.000Z' }]);
  });

  it('delivered 16 times at once is one message', async () => {
    await Promise.all(Array.from({ length: 16 }, () => notify({ factId: 'at-once', personIds: ['p-lan', 'p-ming'] })));
    expect([await unread(), await unread('o-ming')]).toEqual([1, 1]);
  });

  it('for a hundred persons is two requests to the database, and for a hundred and one is refused', async () => {
    const personIds = Array.from({ length: 100 }, (_, index) => `p-${index}`);
    const { result, dbRequests } = await inboxes.stage.counted(() => notify({ personIds }));
    expect(result).toMatchObject({ ok: true });
    expect(dbRequests).toBe(2);
    expect(await notify({ personIds: [...personIds, 'p-100'] })).toMatchObject({ code: 'input_invalid' });
  });

  it('that quotes long words, lines, tabs and emoji fits into one line each', async () => {
    expect(await notify({ title: '🎉'.repeat(41), line: `一\n\t二${'三'.repeat(300)}` })).toMatchObject({ ok: true });
    const [{ title, line } = { title: '', line: '' }] = await inbox();
    expect([title, line.slice(0, 4), line.length]).toEqual([`${'🎉'.repeat(39)}…`, '一 二三', 120]);
  });

  it.each(['https://elsewhere.cn', 'pages/home/home', '/pages/../../x', '/pages/home/home?a=b<script>', '//a/pages'])(
    'opens pages of ours, never %s',
    async (page) => {
      expect(await notify({ page })).toMatchObject({ code: 'input_invalid' });
    },
  );
});

describe('the inbox', () => {
  it('shows the newest first, page by page, each message once', async () => {
    for (let number = 1; number <= 5; number += 1) {
      await notify({ title: `第 ${number} 件` });
      passTime(1000);
    }
    const first = await as('o-lan', 'listInbox', { limit: 3 });
    const second = await as('o-lan', 'listInbox', { limit: 3, ...(first.next ? { cursor: first.next } : {}) });
    const shown = [...first.items, ...second.items].map(({ title }) => title);
    expect(shown).toEqual(['第 5 件', '第 4 件', '第 3 件', '第 2 件', '第 1 件']);
    expect(second.next).toBeNull();
  });

  it('is read by its owner only', async () => {
    await notify();
    const [notice] = await inbox();
    const noticeIds = [String(notice?._id)];
    expect(await as('o-ming', 'markRead', { noticeIds, requestId: freshRequest() })).toEqual({ unread: 0 });
    expect(await unread()).toBe(1);
    expect(await as('o-lan', 'markRead', { noticeIds, requestId: freshRequest() })).toEqual({ unread: 0 });
  });

  it('read up to a moment keeps unread what came after it', async () => {
    await notify();
    passTime(1);
    const until = new Date().toISOString();
    await notify();
    passTime(1);
    await notify();
    expect(await as('o-lan', 'markAllRead', { until, requestId: freshRequest() })).toEqual({ unread: 1 });
    expect((await inbox()).map(({ isRead }) => isRead)).toEqual([false, true, true]);
  });

  it('costs two requests at any size, and so does 今天', async () => {
    for (let number = 0; number < 30; number += 1) await notify();
    expect((await inboxes.stage.counted(() => as('o-lan', 'listInbox', { limit: 20 }))).dbRequests).toBe(2);
    expect((await inboxes.stage.counted(() => as('o-lan', 'readToday', {}))).dbRequests).toBe(2);
  });
});

describe('the list of 今天', () => {
  it('has a task once, as it was last put, and none after it was cleared', async () => {
    await putTask();
    await putTask();
    passTime(1000);
    await putTask({ title: '签收新版手册' });
    expect(await titles()).toEqual(['签收新版手册']);
    passTime(1000);
    await clearTask();
    expect(await titles()).toEqual([]);
    passTime(1000);
    await putTask();
    expect(await titles()).toEqual(['签收手册']);
  });

  it('believes the younger fact, in whatever order they arrive', async () => {
    const [early, late] = ['2026-11-20T01:00:00.000Z', '2026-11-20T01:30:00.000Z'];
    await clearTask(late);
    await putTask({ at: early });
    expect(await titles()).toEqual([]);
    await putTask({ at: '2026-11-20T01:45:00.000Z', title: '又要签' });
    await putTask({ at: late, title: '过时了' });
    await clearTask(early);
    expect(await titles()).toEqual(['又要签']);
  });

  it('is done when put and clear bear the same moment', async () => {
    const at = '2026-11-20T01:00:00.000Z';
    await putTask({ at });
    await clearTask(at);
    await putTask({ at });
    expect(await titles()).toEqual([]);
  });

  it('begins with what is due soonest, and drops what is over', async () => {
    await putTask({ taskId: 'c', title: '不急' });
    await putTask({ taskId: 'b', title: '后天', dueAt: '2026-11-22T02:00:00.000Z' });
    await putTask({
      taskId: 'a',
      title: '明天',
      dueAt: '2026-11-21T02:00:00.000Z',
      closesAt: '2026-11-21T02:00:00.000Z',
    });
    expect(await titles()).toEqual(['明天', '后天', '不急']);
    passTime(24 * 60 * 60_000);
    expect(await titles()).toEqual(['后天', '不急']);
    await minute();
    expect(stored().filter(({ open }) => open)).toHaveLength(2);
  });

  it('is not crowded out by a thousand unread messages', async () => {
    await Promise.all(Array.from({ length: 160 }, () => notify()));
    await putTask();
    expect(await as('o-lan', 'readToday', {})).toMatchObject({ unread: 100, tasks: [{ title: '签收手册' }] });
  });
});

describe('the settings', () => {
  const change = (
    input: Omit<InputOf<TodayContract['changeNoticeSettings']>, 'requestId'>,
    requestId = freshRequest(),
  ) => as('o-lan', 'changeNoticeSettings', { ...input, requestId });
  const read = async () => {
    const { quiet, muted } = await as('o-lan', 'readNoticeSettings', {});
    return { quiet, muted };
  };

  it('are quiet by night for whoever never changed them, and as they were last left for others', async () => {
    expect(await read()).toEqual({ quiet: { from: '22:00', until: '08:00' }, muted: [] });
    await change({ quiet: null, muted: ['community', 'community'] });
    expect(await read()).toEqual({ quiet: null, muted: ['community'] });
    await change({ quiet: { from: '12:00', until: '13:00' }, muted: [] });
    expect(await read()).toEqual({ quiet: { from: '12:00', until: '13:00' }, muted: [] });
    await change({ quiet: null, muted: [] });
    expect(await read()).toEqual({ quiet: null, muted: [] });
  });

  it('are not brought back by a late repeat', async () => {
    const requestId = freshRequest();
    await change({ quiet: null, muted: ['news'] }, requestId);
    await change({ quiet: null, muted: [] });
    await change({ quiet: null, muted: ['news'] }, requestId);
    expect((await read()).muted).toEqual([]);
  });

  it('say so when WeChat’s side cannot be asked', async () => {
    expect(await as('o-lan', 'readNoticeSettings', {})).toMatchObject({ offers: null, isEmployeeBound: false });
  });
});

describe('somebody who has left', () => {
  const leave = () => inboxes.stage.seat({ _id: 'o-lan', personId: 'p-lan', name: 'lan', status: 'left' });

  it('is told of papers, points and what the company says, not of what only staff can open', async () => {
    await leave();
    for (const kind of noticeKinds) await notify({ kind, title: kind, personIds: ['p-lan', 'p-ming'] });
    expect((await inbox()).map(({ title }) => title).sort()).toEqual(['journey', 'news', 'points', 'task']);
    expect(await unread('o-ming')).toBe(noticeKinds.length);
  });

  it('keeps what came before, and is asked about their own kinds alone', async () => {
    await notify({ kind: 'community', title: '有人评论' });
    await leave();
    expect(await inbox()).toHaveLength(1);
    const { kinds, mayBind } = await as('o-lan', 'readNoticeSettings', {});
    expect([[...kinds].sort(), mayBind]).toEqual([['journey', 'news', 'points', 'task'], false]);
    expect((await as('o-ming', 'readNoticeSettings', {})).kinds).toEqual([...noticeKinds]);
  });
});

it('forgets messages after half a year', async () => {
  await notify();
  passTime(179 * 24 * 60 * 60_000);
  await minute();
  expect(stored()).toHaveLength(1);
  passTime(24 * 60 * 60_000);
  await minute();
  expect(stored()).toEqual([]);
});
