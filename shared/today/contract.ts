import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, quote, RequestId } from '../kernel/scalar';
import { PagePath, ReminderTemplate } from '../wechat/model';
import {
  mostUnread,
  Notice,
  NoticeId,
  NoticeKind,
  NoticeSettings,
  NoticeSettingsView,
  noticeKinds,
  QuietHours,
  TaskLane,
  Today,
} from './model';

const system = ['system'] as const;
/** What was told to me I may read before my first day and after my last one. */
const owner = ['newHire', 'employee', 'alumnus'] as const;

const personIds = z.array(Id).min(1).max(100);
const Unread = z.object({ unread: z.int().min(0).max(mostUnread) });

export const today = contract({
  /** 今天: what to do next, and how many messages are unread. */
  readToday: { kind: 'read', roles: owner, input: z.strictObject({}), output: Today, refusals: [] },

  // 消息
  listInbox: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Notice),
    refusals: [],
  },
  /** Messages that are not mine, or not there, are passed over. Answers what is still unread. */
  markRead: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ noticeIds: z.array(NoticeId).min(1).max(50), requestId: RequestId }),
    output: Unread,
    refusals: [],
  },
  /** Reads everything up to a moment: what came since the list was opened stays unread. */
  markAllRead: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ until: Instant, requestId: RequestId }),
    output: Unread,
    refusals: [],
  },
  readNoticeSettings: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({}),
    output: NoticeSettingsView,
    refusals: [],
  },
  changeNoticeSettings: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({
      quiet: QuietHours.nullable(),
      muted: z.array(NoticeKind).max(noticeKinds.length),
      requestId: RequestId,
    }),
    output: NoticeSettings,
    refusals: [],
  },
  /** What the owner accepted in WeChat's dialog. Believed only until WeChat says otherwise (43101). */
  recordSubscription: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ accepted: z.array(ReminderTemplate).min(1).max(3), requestId: RequestId }),
    output: z.object({ isCounted: z.boolean() }),
    refusals: [],
  },
  /** What the owner answered to WeChat's dialog about the 用工关系. */
  recordEmployeeRelation: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ isBound: z.boolean(), requestId: RequestId }),
    output: z.object({ isCounted: z.boolean() }),
    refusals: [],
  },

  // for the other contexts
  /**
   * Tells up to 100 persons that something happened: into everybody's inbox, and into WeChat where their settings and
   * agreements allow. `factId` is the key: the same fact is told once to each person, also when it comes again with
   * more persons or after it was read. What is quoted of people's words is cut to fit.
   */
  notify: {
    kind: 'change',
    roles: system,
    input: z.strictObject({
      factId: Id,
      personIds,
      kind: NoticeKind,
      title: quote(40),
      line: quote(120),
      page: PagePath,
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: [],
  },
  /**
   * Puts a task onto the lists of up to 100 persons, or changes it there. What is younger by `at` holds, in whatever
   * order puts and clears arrive; of two at the same instant the first.
   */
  putTask: {
    kind: 'change',
    roles: system,
    input: z.strictObject({
      taskId: Id,
      personIds,
      kind: NoticeKind,
      lane: TaskLane,
      title: quote(40),
      line: quote(120).nullable(),
      button: line(8),
      page: PagePath,
      dueAt: Instant.nullable(),
      /** When it goes away by itself. */
      closesAt: Instant.nullable(),
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: [],
  },
  /** Takes a task off again: it is done, or no longer to be done. */
  clearTask: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ taskId: Id, personIds, at: Instant, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
});
export type TodayContract = typeof today;
