import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredActivity } from '../documents';
import { goneOf, unsettledOf } from '../rules/unsettled';
import { store } from '../store';
import { tell } from '../tell';
import { settleGone, settleMembers } from './settle';
import { tellChange } from './tell-change';

const atOnce = 20;
const goneAtOnce = 50;
const membersAtOnce = 100;

/** Everybody with a place is told, then all leave in one stroke. */
async function dissolve(activity: StoredActivity, now: Date): Promise<StoredActivity> {
  const { _id, title, cancelReason, memberIds, version, quota } = activity;
  if (memberIds.length === 0) return activity;
  const at = now.toISOString();
  const line = cancelReason?.slice(0, 120) ?? '活动取消';
  const notice = { factId: `${_id}.off`, title: `活动取消：${title}`, line, at };
  if (!(await tell(_id, memberIds, notice, now))) return activity;
  const left = await store.activities.changeOne(
    { _id, version },
    {
      ...{ memberIds: [], parts: by.exactly({}), seatsLeft: quota, version: by.adding(1) },
      gone: by.appending(goneOf(activity, at)),
    },
  );
  return left ?? activity;
}

/** Whatever is not settled, or not dissolved, is; once nothing is left the activity rests. */
export async function finishActivity(found: StoredActivity, now: Date): Promise<void> {
  const activity = found.state === 'cancelled' ? await dissolve(found, now) : found;
  const at = instant(now);
  for (const one of activity.announcements) await tellChange(activity, one, now);
  for (const gone of activity.gone.slice(0, goneAtOnce)) await settleGone(activity, gone, now);
  const isOpen = activity.state === 'open';
  if (isOpen) await settleMembers(activity, unsettledOf(activity, at).slice(0, membersAtOnce), now);
  const current = await store.activities.read(activity._id);
  if (!current) return;
  const { _id, version, gone, announcements, state, memberIds } = current;
  const isLeft = state === 'open' ? unsettledOf(current, at).length > 0 : memberIds.length > 0;
  if (gone.length + announcements.length === 0 && !isLeft)
    await store.activities.changeOne({ _id, version }, { pendingSince: null });
}

/** What was cut off, or is simply done and only to be marked so. */
export async function finishActivities(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.activities.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (activity) => finishActivity(activity, now));
  return found.length;
}
