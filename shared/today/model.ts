import * as z from 'zod';
import { Id, Instant } from '../kernel/scalar';
import { PagePath, ReminderTemplate } from '../wechat/model';

/** What a message is about; a person switches reminders on and off by it. */
export const noticeKinds = ['task', 'review', 'points', 'community', 'news', 'care', 'growth', 'journey'] as const;
export const NoticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const NoticeId = z.string().regex(/^n-[A-Za-z0-9_-]{43}$/);

/** 消息: something that happened, told to one person. Never changed but for being read. */
export const Notice = z.object({
  /** Follows from person and fact: the same fact is told once. */
  _id: NoticeId,
  kind: NoticeKind,
  title: z.string().min(1).max(40),
  line: z.string().min(1).max(120),
  /** The page it opens. */
  page: PagePath,
  at: Instant,
  isRead: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

/** 待办 (`do`) or 值得一看 (`enjoy`). */
export const TaskLane = z.enum(['do', 'enjoy']);
export type TaskLane = z.infer<typeof TaskLane>;

/** 今天: one thing on a person's list, with one button that opens a page. */
export const TodayTask = z.object({
  /** Named by the context that put it there. */
  taskId: Id,
  kind: NoticeKind,
  lane: TaskLane,
  title: z.string().min(1).max(40),
  line: z.string().max(120).nullable(),
  button: z.string().min(1).max(8),
  page: PagePath,
  dueAt: Instant.nullable(),
});
export type TodayTask = z.infer<typeof TodayTask>;

/** Unread messages are counted up to this; so many means "99+". */
export const mostUnread = 100;
/** Tasks on one person's list. */
export const mostTasks = 50;

/** 今天 of one person. */
export const Today = z.object({
  /** 0 to 100; 100 stands for more than 99. */
  unread: z.int().min(0).max(mostUnread),
  /** The soonest due first, then what has no date. */
  tasks: z.array(TodayTask).max(mostTasks),
});
export type Today = z.infer<typeof Today>;

/** A time of day in Asia/Shanghai, `22:00`. */
export const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** 免打扰: reminders of these hours come when they end. Over midnight when `from` is later than `until`. */
export const QuietHours = z
  .strictObject({ from: TimeOfDay, until: TimeOfDay })
  .refine(({ from, until }) => from !== until);
export type QuietHours = z.infer<typeof QuietHours>;

/** How a person wants to be reminded in WeChat. The messages themselves always come. */
export const NoticeSettings = z.object({
  quiet: QuietHours.nullable(),
  /** Kinds that stay in the app. */
  muted: z.array(NoticeKind).max(noticeKinds.length),
});
export type NoticeSettings = z.infer<typeof NoticeSettings>;

/** What holds for somebody who never changed anything. */
export const defaultNoticeSettings: NoticeSettings = { quiet: { from: '22:00', until: '08:00' }, muted: [] };

/** A template that the phone may ask for, with what is left of it. */
export const ReminderOffer = z.object({
  template: ReminderTemplate,
  templateId: z.string().max(64),
  title: z.string().max(20),
  left: z.int().min(0),
});
export type ReminderOffer = z.infer<typeof ReminderOffer>;

/** 消息设置 as its owner sees it. `offers` is null while WeChat's side cannot be asked. */
export const NoticeSettingsView = NoticeSettings.extend({
  offers: z.array(ReminderOffer).max(3).nullable(),
  /** The kinds that concern the owner: an alumnus is told less. */
  kinds: z.array(NoticeKind).max(noticeKinds.length),
  /** Whether there is a 用工关系 to bind: not for an alumnus. */
  mayBind: z.boolean(),
  /** What the phone asks for when its owner binds the 用工关系. */
  employeeTemplateId: z.string().max(64),
  isEmployeeBound: z.boolean(),
});
export type NoticeSettingsView = z.infer<typeof NoticeSettingsView>;
