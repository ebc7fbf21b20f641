import { by } from '../../platform/db';
import type { Announcement, StoredActivity } from '../documents';
import { store } from '../store';
import { clearTask, putDayTask, tell } from '../tell';

/** 今天 shows the new time and place, or nothing until the day before where that is far off again. */
function moveTask(activity: StoredActivity, { wasReminded }: Announcement, now: Date): Promise<boolean> {
  const { _id, memberIds, quota, remindAt, startsAt } = activity;
  const seated = memberIds.slice(0, quota);
  if (!wasReminded || seated.length === 0 || now.toISOString() >= startsAt) return Promise.resolve(true);
  return remindAt === null ? putDayTask(activity, seated, now) : clearTask(_id, 'day', seated, now);
}

/** Everybody who had a place then is told what changed, once; their own lists stand in the new order. */
export async function tellChange(activity: StoredActivity, announcement: Announcement, now: Date): Promise<void> {
  const { _id, sort } = activity;
  const { id, title, line, personIds } = announcement;
  await store.enrolments.changeAll({ activityId: _id }, { calendarSort: sort });
  if (!(await moveTask(activity, announcement, now))) return;
  if (!(await tell(_id, personIds, { factId: id, title, line, at: now.toISOString() }, now))) return;
  await store.activities.changeOne({ _id }, { announcements: by.pulling({ id }) });
}
