import { dayOf, instant } from '../../../shared/kernel/day';
import { isByRole, isMeant } from '../../../shared/people/audience';
import { is } from '../../platform/db';
import { rolesOfPersons } from '../../platform/identity';
import { oneByOne } from '../../platform/one-by-one';
import { ask } from '../../platform/outbox';
import type { StoredActivity } from '../documents';
import { noticeLine } from '../rules/notice-line';
import { store } from '../store';
import { tell } from '../tell';

const atOnce = 5;
const colleaguesAtOnce = 50;
/** Pages a minute and activity: a thousand colleagues hear of it within five minutes. */
const pagesAtOnce = 4;

/** The notice walks over the colleagues; where it was cut off it goes on, and nobody is told twice. */
export async function announceActivities(now: Date): Promise<number> {
  const where = { announceSince: is.between('', instant(now)) };
  const found = await store.activities.list({ where, limit: atOnce });
  await oneByOne(found, (activity) => announce(activity, now));
  return found.length;
}

async function announce(activity: StoredActivity, now: Date): Promise<void> {
  const { _id, title, audienceKeys, state, startsAt } = activity;
  let cursor = activity.announceCursor;
  const isPointless = state === 'cancelled' || instant(now) >= startsAt;
  for (let page = 0; page < pagesAtOnce && !isPointless; page += 1) {
    const after = cursor === null ? {} : { cursor };
    const answer = await ask('people', 'listColleagues', { limit: colleaguesAtOnce, ...after }, now);
    if (!answer.ok) return;
    const colleagues = answer.data.items;
    const toKnow = isByRole(audienceKeys) ? colleagues.map(({ personId }) => personId) : [];
    const rolesById = await rolesOfPersons(toKnow, dayOf(now));
    const meant = colleagues.filter((one) =>
      isMeant(audienceKeys, { ...one, roles: rolesById.get(one.personId) ?? [] }),
    );
    const personIds = meant.map(({ personId }) => personId);
    const notice = { factId: `${_id}.new`, title: `新活动：${title}`, line: noticeLine(activity), at: instant(now) };
    if (!(await tell(_id, personIds, notice, now))) return;
    cursor = answer.data.next;
    if (cursor === null) break;
    await store.activities.changeOne({ _id }, { announceCursor: cursor });
  }
  if (isPointless || cursor === null) await store.activities.changeOne({ _id }, { announceSince: null });
}
