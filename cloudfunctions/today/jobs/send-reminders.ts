import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { ask } from '../../platform/outbox';
import { leaversAmong } from '../leavers-among';
import { isForStaff } from '../rules/audience';
import type { NoticeEntry } from '../rules/entry';
import { remindWhen, templateOf } from '../rules/reminder';
import type { StoredSettings } from '../rules/settings';
import { entries, settings } from '../store';

/** What one sweep sends; the rest waits a minute. */
const remindersAtOnce = 200;
const sideBySide = 10;

type Fate = 'sent' | 'postponed' | 'dropped' | 'failed';

/**
 * Brings due reminders to WeChat, those for staff only to who has not left. The settings are asked again, because the
 * person may have changed them since. The context `wechat` sends each fact once, so a sweep that was cut off may repeat
 * itself.
 */
export async function sendReminders(now: Date): Promise<Record<Fate, number>> {
  const due = await entries.list({
    where: { remindAt: is.between('', instant(now)) },
    sortedBy: 'remindAt',
    limit: remindersAtOnce,
  });
  const personIds = [...new Set(due.map(({ personId }) => personId))];
  const found = personIds.length === 0 ? [] : await settings.list({ where: { _id: is.among(personIds) }, limit: 200 });
  const left = await leaversAmong(
    [...new Set(due.flatMap(({ kind, personId }) => (isForStaff(kind) ? [personId] : [])))],
    now,
  );
  const settingsOf = new Map(found.map((one) => [one._id, one]));
  const counts = { sent: 0, postponed: 0, dropped: 0, failed: 0 };
  const notices = due.flatMap((entry) => (entry.type === 'notice' ? [entry] : []));
  for (let start = 0; start < notices.length; start += sideBySide) {
    const some = notices.slice(start, start + sideBySide);
    const fates = await Promise.all(
      some.map((notice) => {
        const isOver = isForStaff(notice.kind) && left.has(notice.personId);
        return remind(notice, isOver ? undefined : settingsOf.get(notice.personId), now);
      }),
    );
    for (const fate of fates) counts[fate] += 1;
  }
  return counts;
}

async function remind(notice: NoticeEntry, theirs: StoredSettings | undefined, now: Date): Promise<Fate> {
  const { _id, personId, remindAt, kind, happenedAt } = notice;
  const settle = (next: string | null) => entries.changeOne({ _id, remindAt }, { remindAt: next });
  const when = theirs?.reachableSince ? remindWhen(theirs, { kind, at: happenedAt }, now) : null;
  if (when === null || when > instant(now)) {
    await settle(when);
    return when === null ? 'dropped' : 'postponed';
  }
  const { factId, title, line, page } = notice;
  const reminder = { personId, factId, template: templateOf[kind], subject: title, line, at: happenedAt, page };
  const input = { ...reminder, requestId: `reminder-${_id.replaceAll('_', '-')}` };
  const answer = await ask('wechat', 'sendReminder', input, now);
  if (!answer.ok) return 'failed';
  await settle(null);
  if (answer.data.outcome !== 'unreachable') return 'sent';
  await forgetReach(personId, theirs?.reachableSince ?? null, now);
  return 'dropped';
}

/**
 * Nothing is left to send with: later messages need not try. Unless the person agreed to something since, and unless
 * something is left for other kinds of messages.
 */
async function forgetReach(personId: string, reachableSince: string | null, now: Date): Promise<void> {
  const allowance = await ask('wechat', 'readAllowance', { personId }, now);
  if (!allowance.ok || allowance.data.isEmployeeBound) return;
  if (Object.values(allowance.data.left).some((left) => left > 0)) return;
  await settings.changeOne({ _id: personId, reachableSince }, { reachableSince: null });
}
