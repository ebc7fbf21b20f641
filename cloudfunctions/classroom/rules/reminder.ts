import { minutesAfter } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';

/** A reminder before the beginning. */
export interface Reminder {
  name: '7d' | '1d' | '2h';
  leadMinutes: number;
  title: string;
}

/** The earliest first. */
export const reminders: readonly Reminder[] = [
  { name: '7d', leadMinutes: 7 * 24 * 60, title: '一周后上课' },
  { name: '1d', leadMinutes: 24 * 60, title: '明天上课' },
  { name: '2h', leadMinutes: 120, title: '两小时后上课' },
];

const momentOf = ({ leadMinutes }: Reminder, startsAt: Instant) => minutesAfter(new Date(startsAt), -leadMinutes);

/** The next moment at which people are reminded; null when none is left. A reminder's own moment is past at it. */
export function nextReminderAt(startsAt: Instant, now: Instant): Instant | null {
  return reminders.map((one) => momentOf(one, startsAt)).find((moment) => moment > now) ?? null;
}

/** The reminder that is due: of several that a late timer missed, the last, since "in a week" is wrong by then. */
export function reminderDue(startsAt: Instant, now: Instant): Reminder | null {
  if (now >= startsAt) return null;
  return reminders.findLast((one) => momentOf(one, startsAt) <= now) ?? null;
}

/** From when on a session stands on the 今天 of who has a seat. */
export const soonFrom = (startsAt: Instant): Instant => minutesAfter(new Date(startsAt), -7 * 24 * 60);
