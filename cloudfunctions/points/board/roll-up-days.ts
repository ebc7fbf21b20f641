import { addDays, dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { beginningOf, countedOn, dayAfter, openDay, type StoredDay } from '../rules/board/stored-day';
import { days, ledger } from '../store';
import { writtenUntil } from './written-until';

const entriesAtOnce = 500;
/** Pieces of a minute: what is more waits for the next one. */
const pieces = 20;

/**
 * 日报: counts what was booked since the last minute, day after day. The place in the ledger and the counters change in
 * one stroke that holds only from the place that was read: however often this runs or dies, each entry counts once.
 */
export async function rollUpDays(now: Date): Promise<{ counted: number }> {
  const until = await writtenUntil(now);
  let counted = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    const day = await dayToCount(until);
    if (!day) break;
    const { entries, isOver } = await entriesOf(day, until);
    counted += entries.length;
    if (entries.length > 0 || isOver) await keepCount(day, { ...countedOn(day, entries), isFinal: isOver });
    if (entries.length < entriesAtOnce && !isOver) break;
  }
  return { counted };
}

/** The latest day, or the one after it once that is final; null when there is nothing to count yet. */
async function dayToCount(until: Instant): Promise<StoredDay | null> {
  const [latest] = await days.list({ where: { _id: is.above('') }, sortedBy: '_id', direction: 'desc', limit: 1 });
  if (latest && !latest.isFinal) return latest;
  const next = latest ? dayAfter(latest) : await firstDay();
  if (!next || beginningOf(next._id) > until) return null;
  await days.insert(next);
  return days.read(next._id);
}

async function firstDay(): Promise<StoredDay | null> {
  const [first] = await ledger.list({ where: { booked: is.above('') }, sortedBy: 'booked', limit: 1 });
  return first ? openDay(dayOf(first.booked.slice(0, 24)), 0) : null;
}

/** What follows the cursor. `!` sorts before everything that an entry's name may go on with. */
async function entriesOf(day: StoredDay, until: Instant) {
  const end = beginningOf(addDays(day._id, 1));
  const entries = await ledger.list({
    where: { booked: is.between(`${day.cursor}!`, end < until ? end : until) },
    sortedBy: 'booked',
    limit: entriesAtOnce,
  });
  return { entries, isOver: entries.length < entriesAtOnce && end <= until };
}

async function keepCount(before: StoredDay, { _id, issued, ...counted }: StoredDay): Promise<void> {
  await days.changeOne({ _id, cursor: before.cursor, isFinal: false }, { ...counted, issued: by.exactly(issued) });
}
