import { dayOf } from '../../shared/kernel/day';
import type { ColleagueFacts } from '../../shared/people/colleagues';
import { ask } from '../platform/outbox';

const atOnce = 50;

/** Who of these works here now; null when nobody can say. */
export async function presentColleagues(
  personIds: Iterable<string>,
  now: Date,
): Promise<Map<string, ColleagueFacts> | null> {
  const wanted = [...new Set(personIds)];
  const found: ColleagueFacts[] = [];
  for (let from = 0; from < wanted.length; from += atOnce) {
    const answer = await ask('people', 'readColleagues', { personIds: wanted.slice(from, from + atOnce) }, now);
    if (!answer.ok) return null;
    found.push(...answer.data.items);
  }
  return new Map(found.map((colleague) => [colleague.personId, colleague]));
}

/** Whether somebody who does not work here has left, rather than being about to come; null when nobody can say. */
export async function hasLeft(personId: string, now: Date): Promise<boolean | null> {
  const answer = await ask('people', 'listStints', { personId }, now);
  if (!answer.ok) return null;
  const latest = answer.data.items.at(-1);
  if (!latest) return false;
  const { status, relievingDate } = latest;
  return status === 'left' || status === 'alumni' || (relievingDate !== null && relievingDate < dayOf(now));
}
