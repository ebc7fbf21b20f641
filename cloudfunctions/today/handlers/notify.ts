import { instant } from '../../../shared/kernel/day';
import type { TodayContract } from '../../../shared/today/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { noticeIdOf } from '../entry-id';
import { insertMissing } from '../insert-missing';
import { leaversAmong } from '../leavers-among';
import { isForStaff } from '../rules/audience';
import { newNotice } from '../rules/entry';
import { remindWhen } from '../rules/reminder';
import { settings } from '../store';

/**
 * One message for each person, written once. Who can be reached in WeChat is reminded by the sweep within a minute;
 * whoever never agreed to anything there costs nothing. What is for staff is not told to somebody who has left.
 */
export const notify: Handler<TodayContract['notify']> = async (input, { now }) => {
  const { personIds, at: happenedAt, requestId, ...told } = input;
  const named = [...new Set(personIds)];
  const left = isForStaff(told.kind) ? await leaversAmong(named, now) : new Set();
  const persons = named.filter((personId) => !left.has(personId));
  if (persons.length === 0) return {};
  const stored = await settings.list({ where: { _id: is.among(persons) }, limit: persons.length });
  const reachable = new Map(stored.flatMap((one) => (one.reachableSince === null ? [] : [[one._id, one] as const])));
  const notices = persons.map((personId) => {
    const theirs = reachable.get(personId);
    const remindAt = theirs ? remindWhen(theirs, { kind: told.kind, at: happenedAt }, now) : null;
    const _id = noticeIdOf(personId, told.factId);
    return newNotice({ ...told, _id, personId, happenedAt, at: instant(now) }, remindAt);
  });
  await insertMissing(notices);
  return {};
};
