import { addDays, dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Notice, NoticeKind, TaskLane, TodayTask } from '../../../shared/today/model';
import { mostTasks, mostUnread, type Today } from '../../../shared/today/model';

/**
 * What stands on a person's list or in the inbox. Notices and tasks lie in one collection, so that one request reads
 * what is open of both (ADR 0008).
 */
interface Entry {
  _id: string;
  personId: string;
  kind: NoticeKind;
  title: string;
  page: string;
  /** Unread, or still to be done. */
  open: boolean;
  /** Order of what is open: tasks before notices, see `openSort…`. */
  openSort: string;
  /** Order of everything of its type; unique. */
  sort: string;
  /** When a reminder is to go to WeChat; null when none is, or it went. */
  remindAt: Instant | null;
  /** When it closes by itself. */
  closesAt: Instant | null;
  purgeAt: Instant | null;
}

export interface NoticeEntry extends Entry {
  type: 'notice';
  line: string;
  factId: string;
  /** When it happened; the reminder tells it. */
  happenedAt: Instant;
  /** When it came into the inbox. */
  at: Instant;
  readAt: Instant | null;
}

export interface TaskEntry extends Entry {
  type: 'task';
  line: string | null;
  taskId: string;
  lane: TaskLane;
  button: string;
  dueAt: Instant | null;
  /** The moment of the put or clear that holds. */
  at: Instant;
}

export type StoredEntry = NoticeEntry | TaskEntry;

/** Sorts after every instant. */
const never = '9';
const taskMark = '1.';
const noticeMark = '2.';

/** Tasks first, the soonest due first. */
export const openSortOfTask = (dueAt: Instant | null, taskId: string) => `${taskMark}${dueAt ?? never}.${taskId}`;
/** Then unread notices as they came. */
export const openSortOfNotice = (at: Instant, factId: string) => `${noticeMark}${at}.${factId}`;
/** Where open notices begin, and where those end that came up to a moment. */
export const unreadPrefix = noticeMark;
export const unreadUntil = (until: Instant) => ({ from: noticeMark, to: `${noticeMark}${until}.~` });

/** As many rows as 今天 can need: every task it shows and every message it counts. */
export const mostOpenRows = mostTasks + mostUnread;

/** Half a year; nobody scrolls further back, and what a message was about stands where it happened. */
const keptDays = 180;

/** A message as it comes in: unread, and kept for half a year. */
export function newNotice(
  told: Pick<NoticeEntry, '_id' | 'personId' | 'factId' | 'kind' | 'title' | 'line' | 'page' | 'happenedAt' | 'at'>,
  remindAt: Instant | null,
): NoticeEntry {
  const { at, factId } = told;
  return {
    ...told,
    type: 'notice',
    readAt: null,
    open: true,
    openSort: openSortOfNotice(at, factId),
    sort: `${at}.${factId}`,
    remindAt,
    closesAt: null,
    purgeAt: `${addDays(dayOf(at), keptDays)}T00:00:00.000Z`,
  };
}

export const noticeView = ({ _id, kind, title, line, page, at, readAt }: NoticeEntry): Notice => ({
  _id,
  kind,
  title,
  line,
  page,
  at,
  isRead: readAt !== null,
});

const taskView = ({ taskId, kind, lane, title, line, button, page, dueAt }: TaskEntry): TodayTask => ({
  taskId,
  kind,
  lane,
  title,
  line,
  button,
  page,
  dueAt,
});

/** 今天, from what is open. A task whose time is over is gone, even before the sweep closes it. */
export function todayOf(open: readonly StoredEntry[], now: Instant): Today {
  const tasks = open.filter((entry) => entry.type === 'task');
  const standing = tasks.filter(({ closesAt }) => closesAt === null || closesAt > now);
  return {
    unread: Math.min(open.filter(({ type }) => type === 'notice').length, mostUnread),
    tasks: standing.slice(0, mostTasks).map(taskView),
  };
}

/** A clear that overtook its put: it is remembered, so that the put finds it. */
export const clearedTask = (which: Pick<TaskEntry, '_id' | 'personId' | 'taskId' | 'at' | 'purgeAt'>): TaskEntry => ({
  ...which,
  type: 'task',
  kind: 'task',
  lane: 'do',
  title: '',
  line: null,
  button: '',
  page: '',
  open: false,
  openSort: '',
  sort: which.taskId,
  dueAt: null,
  remindAt: null,
  closesAt: null,
});
