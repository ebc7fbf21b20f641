import { instant } from '../shared/kernel/day';
import type { Instant } from '../shared/kernel/scalar';

const halfHourMillis = 30 * 60_000;

/** The half hour before a moment, or the moment itself: what is announced begins and ends at such times. */
export const onTheHalfHour = (at: Instant): Instant =>
  instant(new Date(Math.floor(Date.parse(at) / halfHourMillis) * halfHourMillis));
