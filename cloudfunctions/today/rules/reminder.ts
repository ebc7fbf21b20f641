import { addDays, dayOf, instant, minutesAfter, momentOn, timeOfDay } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { NoticeKind, NoticeSettings, QuietHours } from '../../../shared/today/model';
import type { ReminderTemplate } from '../../../shared/wechat/model';

/** News of yesterday is not worth a ring: the inbox has it. */
const staleMinutes = 24 * 60;

/** Which template a message of a kind is sent with. */
export const templateOf: Readonly<Record<NoticeKind, ReminderTemplate>> = {
  task: 'todo',
  growth: 'todo',
  journey: 'todo',
  review: 'outcome',
  points: 'outcome',
  community: 'message',
  news: 'message',
  care: 'message',
};

/** When these quiet hours end, if the moment lies within them; null when it does not. */
export function endOfQuiet({ from, until }: QuietHours, now: Date): Date | null {
  const time = timeOfDay(now);
  const [today, isOverMidnight] = [dayOf(now), from > until];
  if (!isOverMidnight) return time >= from && time < until ? momentOn(today, until) : null;
  if (time < until) return momentOn(today, until);
  return time >= from ? momentOn(addDays(today, 1), until) : null;
}

/**
 * When a message is to be brought to WeChat by a person's settings: now, at the end of the quiet hours, or never (null)
 * because its kind is switched off or it is older than a day.
 */
export function remindWhen(
  { quiet, muted }: NoticeSettings,
  { kind, at }: { kind: NoticeKind; at: Instant },
  now: Date,
): Instant | null {
  if (muted.includes(kind) || at < minutesAfter(now, -staleMinutes)) return null;
  return instant((quiet && endOfQuiet(quiet, now)) ?? now);
}
