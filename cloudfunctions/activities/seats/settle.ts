import { by, is } from '../../platform/db';
import { readIdentitiesOf } from '../../platform/identity';
import { enrolmentIdOf, type Settling, type StoredActivity, type StoredEnrolment } from '../documents';
import { store } from '../store';
import { clearTask, putDayTask, tell } from '../tell';
import { payBack, payForSeat } from './pay-seat';
import { fillVacancy, leavePlace } from './take-seat';

/** How many given-up sign-ups of one person an activity remembers. */
const keysKept = 20;

export type Settled = 'settled' | 'later' | { missing: number };

/**
 * Brings one person's fee and enrolment in line with what the activity says. Safe to repeat, to be killed anywhere,
 * and to run twice at once: a sign-up that was given up is remembered by its key and never comes back.
 */
export async function settlePlace(activity: StoredActivity, entry: Settling, now: Date): Promise<Settled> {
  const { _id, seats, waiting } = activity;
  const { personId, key, isGone } = entry;
  if (isGone) return settleGone(activity, entry, now);
  if (waiting.some((place) => place.key === key)) {
    await enrol(activity, entry, 'waiting');
    return done(_id, entry);
  }
  if (!seats.some((place) => place.key === key)) return done(_id, entry);
  const paid = await payForSeat(activity, entry, now);
  if (paid === 'later') return paid;
  if (paid !== 'paid') {
    await leavePlace(activity, entry, now);
    await done(_id, entry);
    return paid;
  }
  // Given up while the fee was on its way: the books are asked once more.
  if (!(await enrol(activity, entry, 'seated'))) return (await payBack(activity, entry, now)) ? 'settled' : 'later';
  const isReminded = activity.remindAt === null && now.toISOString() < activity.startsAt;
  if (isReminded && !(await putDayTask(activity, [personId], now))) return 'later';
  if (entry.isPromoted && !(await tellPromoted(activity, entry, now))) return 'later';
  return done(_id, entry);
}

async function settleGone(activity: StoredActivity, entry: Settling, now: Date): Promise<Settled> {
  const { _id } = activity;
  if (entry.isOwed && !(await payBack(activity, entry, now))) return 'later';
  await enrol(activity, entry, 'left');
  if (activity.remindAt === null && !(await clearTask(_id, 'day', entry.personId, now))) return 'later';
  return done(_id, entry);
}

async function done(_id: string, { key, isGone, isPromoted }: Settling): Promise<'settled'> {
  await store.activities.changeOne({ _id, 'settling.key': key }, { settling: by.pulling({ key, isGone, isPromoted }) });
  return 'settled';
}

function tellPromoted({ _id, title, feePoints }: StoredActivity, { personId, key }: Settling, now: Date) {
  const line = feePoints > 0 ? `已从候补转为报名成功，扣了 ${feePoints} 积分` : '已从候补转为报名成功';
  return tell(_id, [personId], { factId: `${key}.in`, title: `有位置了：${title}`, line, at: now.toISOString() }, now);
}

/** Writes the state of a sign-up, unless it was given up or, for one that waits, is further already; whether it did. */
async function enrol(
  activity: StoredActivity,
  { personId, key }: Settling,
  state: 'seated' | 'waiting' | 'left',
): Promise<boolean> {
  const _id = enrolmentIdOf(activity._id, personId);
  const live = { _id, leftKeys: is.not(key), ...(state === 'waiting' ? { key: is.not(key) } : {}) };
  const gone = { leftKeys: by.appending([key], keysKept) };
  const write = () => {
    if (state !== 'left') return store.enrolments.changeOne(live, { state, key });
    return store.enrolments
      .changeOne({ ...live, key, state: is.among(['seated', 'waiting']) }, { ...gone, state })
      .then((changed) => changed ?? store.enrolments.changeOne(live, gone));
  };
  if (await write()) return true;
  if (await store.enrolments.read(_id)) return false;
  const fresh = await newEnrolment(activity, personId, key, state);
  return (await store.enrolments.insert(fresh)) || (await write()) !== null;
}

/** A person's first part in an activity. */
export async function newEnrolment(
  { _id: activityId, sort }: Pick<StoredActivity, '_id' | 'sort'>,
  personId: string,
  key: string,
  state: StoredEnrolment['state'],
): Promise<StoredEnrolment> {
  const [identity] = await readIdentitiesOf([personId]);
  return {
    ...{ _id: enrolmentIdOf(activityId, personId), activityId, personId, state, key },
    ...{ name: identity?.name ?? '', departmentName: identity?.departmentName ?? '' },
    ...{ leftKeys: state === 'left' ? [key] : [], sort: `${state === 'walkIn' ? '1' : '0'}.${personId}` },
    ...{ isAttended: false, attendedAt: null, attendedBy: null, fix: null, pendingSince: null },
    ...{ hasAnswered: false, feedback: null, calendarSort: sort },
  };
}

/** People moved up at once; more follow with the sweep. */
const movesAtOnce = 20;

/** Vacant seats go to those who wait, whose fee is taken; who cannot pay makes room for the next. */
export async function fillVacancies(activityId: string, now: Date): Promise<void> {
  for (let move = 0; move < movesAtOnce; move += 1) {
    const activity = await store.activities.read(activityId);
    if (!activity || activity.vacant === 0) return;
    const [first] = activity.waiting;
    const after = await fillVacancy(activity, now);
    const entry = after?.settling.find(({ key, isPromoted }) => isPromoted && key === first?.key);
    if (after && entry) await settlePlace(after, entry, now);
  }
}
