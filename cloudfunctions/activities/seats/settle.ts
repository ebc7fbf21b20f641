import { instant } from '../../../shared/kernel/day';
import { partOf, placeOf } from '../../../shared/kernel/places';
import { by, is } from '../../platform/db';
import { enrolmentIdOf, type Gone, type StoredActivity } from '../documents';
import { type Unsettled, unsettledOf } from '../rules/unsettled';
import { store } from '../store';
import { clearTask, putDayTask, tell } from '../tell';
import { enrol, type Named } from './enrol';
import { payBack, payForSeat } from './pay-seat';
import { leavePlace } from './take-place';

export type Settled = 'settled' | 'later' | { missing: number };

/**
 * Takes the fee of a seat, then writes the enrolment: that it says `seated` means that the fee was taken. Safe to
 * repeat, to be killed anywhere, and to run twice at once.
 */
export async function settlePlace(
  activity: StoredActivity,
  personId: string,
  person: Named | null,
  now: Date,
): Promise<Settled> {
  const place = placeOf(activity, personId);
  const key = activity.parts[partOf(personId)]?.key;
  if (!place || key === undefined) return 'settled';
  const isSeated = place.state === 'seated';
  const paid = isSeated ? await payForSeat(activity, { personId, key }, now) : 'paid';
  if (paid !== 'paid') return paid;
  if ((await enrol(activity, { personId, key }, place.state, person)) || !isSeated) return 'settled';
  // Given up while the fee was on its way: the books are asked once more.
  return (await payBack(activity, { personId, key }, now)) === 'later' ? 'later' : 'settled';
}

/** A function that still means to pay has long ended by then. */
const slowestMillis = 60_000;

/** Somebody left: the fee goes back, enrolment and 今天 follow. False when it has to be tried again. */
export async function settleGone(activity: StoredActivity, gone: Gone, now: Date): Promise<boolean> {
  const { _id } = activity;
  const { personId, key, isOwed, at } = gone;
  const returned = isOwed ? await payBack(activity, gone, now) : 'nothing';
  if (returned === 'later') return false;
  await enrol(activity, gone, 'left', null);
  if (activity.remindAt === null && !(await clearTask(_id, 'day', [personId], now))) return false;
  // Nothing had been paid, but a slow call might still pay: the sweep asks once more.
  const isEarly = isOwed && returned === 'nothing' && now.getTime() - Date.parse(at) < slowestMillis;
  if (!isEarly) await store.activities.changeOne({ _id, 'gone.key': key }, { gone: by.pulling({ key }) });
  return true;
}

function tellPromoted({ _id, title, feePoints }: StoredActivity, { personId, key }: Unsettled, now: Date) {
  const line = feePoints > 0 ? `已从候补转为报名成功，扣了 ${feePoints} 积分` : '已从候补转为报名成功';
  return tell(_id, [personId], { factId: `${key}.in`, title: `有位置了：${title}`, line, at: now.toISOString() }, now);
}

/** One of them: fee, enrolment, and word of a seat that was waited for. Whoever cannot pay makes room for the next. */
async function settleMember(activity: StoredActivity, member: Unsettled, isEnrolled: boolean, now: Date) {
  const { personId, state, joinedAs } = member;
  const settled = isEnrolled ? 'settled' : await settlePlace(activity, personId, null, now);
  if (settled === 'later') return false;
  if (settled !== 'settled') {
    await leavePlace(activity, personId, {}, now);
    return false;
  }
  return state === 'waiting' || joinedAs === 'seated' || tellPromoted(activity, member, now);
}

/** Brings these people's fees, enrolments, messages and 今天 in line with the order. */
export async function settleMembers(activity: StoredActivity, members: readonly Unsettled[], now: Date): Promise<void> {
  if (members.length === 0) return;
  const { _id, remindAt, startsAt } = activity;
  const ids = members.map(({ personId }) => enrolmentIdOf(_id, personId));
  const found = await store.enrolments.list({
    ...{ where: { _id: is.among(ids) }, limit: members.length, fields: ['personId', 'key', 'state', 'isAttended'] },
  });
  const enrolled = new Set(found.map(({ personId, key, state }) => `${personId} ${key} ${state}`));
  const there = new Set(found.flatMap(({ personId, isAttended }) => (isAttended ? [personId] : [])));
  const settled: Unsettled[] = [];
  for (const member of members) {
    const { personId, key, state } = member;
    const isEnrolled = enrolled.has(`${personId} ${key} ${state}`);
    if (await settleMember(activity, member, isEnrolled, now)) settled.push(member);
  }
  const coming = settled.filter(({ personId, state }) => state === 'seated' && !there.has(personId));
  const isReminded = coming.length > 0 && remindAt === null && instant(now) < startsAt;
  const comingIds = coming.map(({ personId }) => personId);
  if (isReminded && !(await putDayTask(activity, comingIds, now))) return;
  await markSettled(_id, settled);
}

/** How often others may sign up or leave meanwhile before the next minute tries again. */
const tries = 4;

async function markSettled(activityId: string, settled: readonly Unsettled[]): Promise<void> {
  for (let attempt = 0; attempt < tries && settled.length > 0; attempt += 1) {
    const activity = await store.activities.read(activityId);
    const still = settled.filter(({ personId, key }) => activity?.parts[partOf(personId)]?.key === key);
    if (!activity || still.length === 0) return;
    const marks = still.map(({ personId, state }) => [`parts.${partOf(personId)}.settledAs`, state]);
    const { version } = activity;
    if (await store.activities.changeOne({ _id: activityId, version }, Object.fromEntries(marks))) return;
  }
}

/** People moved up at once; more follow with the sweep. */
const movesAtOnce = 20;

/** Whoever has a seat now and waited for it pays and is told, at once. The activity as it is afterwards. */
export async function moveUp(found: StoredActivity, now: Date): Promise<StoredActivity> {
  let activity = found;
  for (let move = 0; move < movesAtOnce; move += 1) {
    const heirs = unsettledOf(activity, instant(now)).filter(
      ({ state, joinedAs }) => state === 'seated' && joinedAs === 'waiting',
    );
    const [heir] = heirs;
    if (!heir) return activity;
    await settleMembers(activity, [heir], now);
    const after = await store.activities.read(activity._id);
    const isStuck = after?.version === activity.version && after.parts[partOf(heir.personId)]?.settledAs !== 'seated';
    if (!after || isStuck) return activity;
    activity = after;
  }
  return activity;
}
