import * as z from 'zod';
import { Id, Instant } from '../kernel/scalar';

/** Where a text or picture will stand, as WeChat's check wants to know it: 资料, 评论, 论坛, 社交日志. */
export const CheckScene = z.enum(['profile', 'comment', 'forum', 'log']);
export type CheckScene = z.infer<typeof CheckScene>;

/** What becomes of a content: shown, shown to a person first, or not shown. */
export const Suggestion = z.enum(['pass', 'review', 'risky']);
export type Suggestion = z.infer<typeof Suggestion>;

/**
 * WeChat's word on a content. Where WeChat cannot say (the author was not active within two hours or is not bound, the
 * day's quota is used up, WeChat is out of reach), a person decides: `suggest` is then `review`.
 */
export const Verdict = z.object({
  suggest: Suggestion,
  /** WeChat's number for the reason: 100 nothing found, 10001 advertising, 20001 politics, …; 0 when nobody judged. */
  label: z.int().min(0).max(100_000),
  judgedBy: z.enum(['wechat', 'nobody']),
});
export type Verdict = z.infer<typeof Verdict>;

/** The contexts whose pictures are checked: each has a system call `takeMediaVerdict` for the fact `MediaChecked`. */
export const MediaAsker = z.enum(['activities', 'community', 'sale']);
export type MediaAsker = z.infer<typeof MediaAsker>;

/** 订阅消息 templates, by what they are for. */
export const ReminderTemplate = z.enum(['todo', 'outcome', 'message']);
export type ReminderTemplate = z.infer<typeof ReminderTemplate>;

/** What a person lets us send, as far as a server can know: the phone told, and WeChat has not contradicted yet. */
export const Allowance = z.object({
  /** One-time messages left for each template. */
  left: z.record(ReminderTemplate, z.int().min(0)),
  /** 用工关系: bound employees may be reminded again and again. */
  isEmployeeBound: z.boolean(),
});
export type Allowance = z.infer<typeof Allowance>;

/** A page of ours with its query, as `wx.navigateTo` takes it: `/packages/points/pages/gift/gift?id=g-1`. */
export const PagePath = z
  .string()
  .max(200)
  .regex(/^\/(?:pages|packages)(?:\/[a-z0-9-]+)+(?:\?[A-Za-z0-9=&._~%-]*)?$/);
export type PagePath = z.infer<typeof PagePath>;

/** How a reminder reached WeChat; `unreachable`: no agreement of the person is left, or WeChat would not take it. */
export const ReminderOutcome = z.enum(['employeeMessage', 'subscribed', 'sentAlready', 'unreachable']);
export type ReminderOutcome = z.infer<typeof ReminderOutcome>;

/** WeChat judged a picture or recording. `subjectId` is the asker's own id; `factId` is the receiver's key. */
export const MediaChecked = z.strictObject({ factId: Id, subjectId: Id, verdict: Verdict.strict(), at: Instant });
export type MediaChecked = z.infer<typeof MediaChecked>;
