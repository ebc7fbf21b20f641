import { dayOf, instant, momentOn } from '../shared/kernel/day';
import type { Instant } from '../shared/kernel/scalar';

const halfHourMillis = 30 * 60_000;

/** The half hour before a moment, or the moment itself: what is announced begins and ends at such times. */
export const onTheHalfHour = (at: Instant): Instant =>
  instant(new Date(Math.floor(Date.parse(at) / halfHourMillis) * halfHourMillis));

/** That hour in Asia/Shanghai on the day of a moment: what is not about now stands at a decent hour. */
export const atHour = (at: Instant, hour: number): Instant => instant(momentOn(dayOf(at), `${hour}:00`));
