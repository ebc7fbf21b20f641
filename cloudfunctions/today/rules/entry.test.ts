import { type NoticeEntry, openSortOfNotice, openSortOfTask, type TaskEntry, todayOf, unreadUntil } from './entry';

const now = '2026-11-20T02:00:00.000Z';
const shape = { _id: 'x', personId: 'p-lan', kind: 'task', title: '签到', line: '', page: '/pages/home/home' } as const;
const state = { open: true, openSort: '', sort: '', remindAt: null, closesAt: null, purgeAt: null } as const;
const notice: NoticeEntry = { ...shape, ...state, type: 'notice', factId: 'f', happenedAt: now, at: now, readAt: null };
const task = (closesAt: string | null = null): TaskEntry => ({
  ...shape,
  ...state,
  type: 'task',
  taskId: 't',
  lane: 'do',
  button: '去看看',
  dueAt: null,
  at: now,
  closesAt,
});

describe('今天', () => {
  it('counts unread messages to ninety-nine, and says a hundred for more', () => {
    expect(todayOf(Array(99).fill(notice), now).unread).toBe(99);
    expect(todayOf(Array(100).fill(notice), now).unread).toBe(100);
    expect(todayOf(Array(101).fill(notice), now).unread).toBe(100);
  });

  it('shows fifty tasks at most', () => {
    expect(todayOf(Array(50).fill(task()), now).tasks).toHaveLength(50);
    expect(todayOf(Array(51).fill(task()), now).tasks).toHaveLength(50);
  });

  it('shows a task until the moment at which it closes', () => {
    expect(todayOf([task('2026-11-20T02:00:00.001Z')], now).tasks).toHaveLength(1);
    expect(todayOf([task(now)], now).tasks).toEqual([]);
  });
});

describe('the order of what is open', () => {
  it('is by due date, then tasks without one, then messages', () => {
    const sorts = [
      openSortOfTask('2026-11-20T02:00:00.000Z', 'z'),
      openSortOfTask('2026-11-21T02:00:00.000Z', 'a'),
      openSortOfTask(null, 'a'),
      openSortOfNotice(now, 'a'),
    ];
    expect([...sorts].sort()).toEqual(sorts);
  });

  it('ends "up to a moment" right after what came at that moment', () => {
    const { from, to } = unreadUntil(now);
    const isWithin = (sort: string) => sort >= from && sort <= to;
    expect(isWithin(openSortOfNotice(now, 'zzz'))).toBe(true);
    expect(isWithin(openSortOfNotice('2026-11-20T02:00:00.001Z', 'a'))).toBe(false);
    expect(isWithin(openSortOfTask(null, 'a'))).toBe(false);
  });
});
