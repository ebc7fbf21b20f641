import * as z from 'zod';
import { contract } from '../kernel/contract';
import { FileId, Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { Allowance, CheckScene, MediaAsker, PagePath, ReminderOutcome, ReminderTemplate, Verdict } from './model';

const system = ['system'] as const;

/**
 * Everything that asks WeChat itself. Persons are named by `personId`; whose WeChat that is, only platform/ knows.
 * No call of this context fails because WeChat does: its answer says what became of it.
 */
export const wechat = contract({
  /** 内容安全, at submit: the author's phone must have been active within two hours. At most 10,000 characters. */
  checkText: {
    kind: 'read',
    roles: system,
    input: z.strictObject({ personId: Id, scene: CheckScene, text: paragraph(10_000, 1) }),
    output: Verdict,
    refusals: [],
  },
  /**
   * Asks for a verdict on a picture (≤ 1 MB by WeChat's rules) or recording. It comes later, at least once, as the fact
   * `MediaChecked` to the asker's call `takeMediaVerdict({ fact, requestId })`; after an hour without one it is
   * `review`. One subject of an asker is asked about once.
   */
  checkMedia: {
    kind: 'change',
    roles: system,
    input: z.strictObject({
      personId: Id,
      asker: MediaAsker,
      subjectId: z.string().regex(/^[A-Za-z0-9_-]{1,44}$/),
      fileId: FileId,
      media: z.enum(['picture', 'recording']),
      scene: CheckScene,
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: [],
  },
  /** One reminder into somebody's WeChat, once for each fact: to bound employees, else from the counted quota. */
  sendReminder: {
    kind: 'change',
    roles: system,
    input: z.strictObject({
      personId: Id,
      factId: Id,
      template: ReminderTemplate,
      /** Cut to what the template's fields take. */
      subject: line(120),
      line: line(120),
      at: Instant,
      page: PagePath,
      requestId: RequestId,
    }),
    output: z.object({ outcome: ReminderOutcome }),
    refusals: [],
  },
  /** The phone says that its owner accepted these templates in WeChat's dialog: one message more of each, up to 20. */
  grantMessages: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ personId: Id, accepted: z.array(ReminderTemplate).min(1).max(3), requestId: RequestId }),
    output: Allowance,
    refusals: [],
  },
  /** The phone says that its owner bound or ended the 用工关系. */
  recordEmployeeRelation: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ personId: Id, isBound: z.boolean(), requestId: RequestId }),
    output: Allowance,
    refusals: [],
  },
  readAllowance: {
    kind: 'read',
    roles: system,
    input: z.strictObject({ personId: Id }),
    output: Allowance,
    refusals: [],
  },
});
export type WechatContract = typeof wechat;
