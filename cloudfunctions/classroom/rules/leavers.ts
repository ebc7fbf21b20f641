import { instant, minutesAfter } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Announcement, Part, StoredSession } from '../documents';

const everyMinutes = 60;

/** When it is looked next who will not work here any more by then; null when the session begins before. */
export function nextLookAt(startsAt: Instant, now: Date): Instant | null {
  const next = minutesAfter(now, everyMinutes);
  return instant(now) < startsAt && next < startsAt ? next : null;
}

/** Said to somebody whose place goes to others: who has left already is not told by `today`. */
export const seatPassedOn = (
  { _id, title }: StoredSession,
  { key, personId }: Pick<Part, 'key' | 'personId'>,
): Announcement => ({
  ...{ id: `${_id}.${key}.out`, title: `名额让出来了：${title}`, personIds: [personId] },
  line: '这堂课在你的最后工作日之后，你的名额已让给别的同事。',
});
