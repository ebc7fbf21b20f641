import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { presentAmong } from '../colleagues';
import type { StoredSession } from '../documents';
import { nextReminderAt, reminderDue } from '../rules/reminder';
import { trainerIdsOf, whenAndWhere } from '../rules/session';
import { store } from '../store';
import { tell } from '../tell';

const atOnce = 20;

/**
 * A week, a day and two hours before: each once for everybody with a seat and the trainers, however late the timer. Who
 * has left by then hears nothing.
 */
export async function remindSessions(now: Date): Promise<number> {
  const found = await store.sessions.list({ where: { remindAt: is.between('', instant(now)) }, limit: atOnce });
  await oneByOne(found, (session) => remind(session, now));
  return found.length;
}

async function remind(session: StoredSession, now: Date): Promise<void> {
  const { _id, title, version, memberIds, quota, startsAt } = session;
  const at = instant(now);
  const due = reminderDue(startsAt, at);
  if (due) {
    const here = await presentAmong([...memberIds.slice(0, quota), ...trainerIdsOf(session)], now);
    if (here === null) return;
    // Moved to another time, it is another reminder.
    const factId = `${_id}.${due.name}.${(Date.parse(startsAt) / 60_000).toString(36)}`.slice(0, 64);
    const told = { factId, title: `${due.title}：${title}`, line: whenAndWhere(session) };
    if (here.size > 0 && !(await tell(_id, [...here], told, now))) return;
  }
  // Somebody came meanwhile: the next minute reminds them too, the others hear it once. With the week's reminder the
  // session comes onto 今天, which the sweep sees to.
  await store.sessions.changeOne({ _id, version }, { remindAt: nextReminderAt(startsAt, at), pendingSince: at });
}
