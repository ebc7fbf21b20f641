import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredActivity } from '../documents';
import { noticeLine } from '../rules/notice-line';
import { store } from '../store';
import { putDayTask, tell } from '../tell';

const atOnce = 5;

/** The day before: a task on 今天 and a message for everybody with a seat. Who comes later gets the task at once. */
export async function remindSeated(now: Date): Promise<number> {
  const found = await store.activities.list({ where: { remindAt: is.between('', instant(now)) }, limit: atOnce });
  await oneByOne(found, (activity) => remind(activity, now));
  return found.length;
}

async function remind(activity: StoredActivity, now: Date): Promise<void> {
  const { _id, title, version, memberIds, quota, state, startsAt } = activity;
  const personIds = memberIds.slice(0, quota);
  if (state === 'open' && instant(now) < startsAt) {
    const notice = {
      // Moved to another time, it is another reminder.
      factId: `${_id}.day.${(Date.parse(startsAt) / 60_000).toString(36)}`,
      title: `就要开始了：${title}`,
      line: noticeLine(activity),
      at: instant(now),
    };
    const isThere = (await putDayTask(activity, personIds, now)) && (await tell(_id, personIds, notice, now));
    if (!isThere) return;
  }
  // Somebody took a seat meanwhile: the next minute reminds them too, the others hear it once.
  await store.activities.changeOne({ _id, version }, { remindAt: null });
}
