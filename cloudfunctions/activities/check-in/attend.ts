import type { AttendedBy } from '../../../shared/activities/activity';
import { instant } from '../../../shared/kernel/day';
import { partOf, placeOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import { deliver } from '../../platform/outbox';
import { enrolmentIdOf, type StoredActivity, type StoredEnrolment } from '../documents';
import { type ActivityHead, checkInWindow } from '../rules/activity';
import { namedPerson, newEnrolment } from '../seats/enrol';
import { settlePlace } from '../seats/settle';
import { store } from '../store';
import { clearTask, putFeedbackTask } from '../tell';

const atOnce = 50;

/** How somebody was found to be there. */
export interface Sighting {
  personId: string;
  by: AttendedBy;
  fix: StoredEnrolment['fix'];
}

/** Somebody is there: once, only with a seat, or as a walk-in where the organiser lets people in. */
export async function attend(activity: StoredActivity, sighting: Sighting, now: Date): Promise<StoredEnrolment> {
  const { personId, by: attendedBy, fix } = sighting;
  const _id = enrolmentIdOf(activity._id, personId);
  const at = instant(now);
  const seen = { isAttended: true, attendedAt: at, attendedBy, fix, pendingSince: at };
  const change = { ...seen, fix: by.exactly(fix) };
  const marked = () => store.enrolments.changeOne({ _id, isAttended: false, state: 'seated' }, change);
  const seated = (await marked()) ?? ((await isSettledNow(activity, personId, now)) ? await marked() : null);
  if (seated) return finishAttendance(seated, activity, now);
  const enrolment = await store.enrolments.read(_id);
  if (enrolment?.isAttended) return finishAttendance(enrolment, activity, now);
  if (!activity.allowsWalkIns) return refuse('check_in_not_signed_up');
  const person = await namedPerson(personId);
  const fresh = { ...newEnrolment(activity, person, `walk-in.${personId}`, 'walkIn'), ...seen };
  if (!enrolment && (await store.enrolments.insert(fresh))) return finishAttendance(fresh, activity, now);
  const walkIn = await store.enrolments.changeOne({ _id, isAttended: false }, { ...change, state: 'walkIn' });
  return walkIn ? finishAttendance(walkIn, activity, now) : refuse('check_in_not_signed_up');
}

/** Whoever has a seat that was cut off before its fee and enrolment gets them now; whether there was anything to do. */
async function isSettledNow(activity: StoredActivity, personId: string, now: Date): Promise<boolean> {
  const isSeated = placeOf(activity, personId)?.state === 'seated';
  if (!isSeated || activity.parts[partOf(personId)]?.settledAs === 'seated') return false;
  const settled = await settlePlace(activity, personId, null, now);
  return settled === 'later' ? refuse('wait_and_repeat') : settled === 'settled';
}

/** Points for coming, once, then the question how it was. What does not arrive goes out with the sweep. */
async function finishAttendance(
  enrolment: StoredEnrolment,
  activity: ActivityHead,
  now: Date,
): Promise<StoredEnrolment> {
  const { _id, personId, attendedAt, pendingSince } = enrolment;
  if (pendingSince === null || attendedAt === null) return enrolment;
  const requestId = `came-${_id.replace(/[^A-Za-z0-9-]/g, '-')}`.slice(0, 64);
  const fact = { factId: activity._id, rule: 'activityAttended', personId, about: activity.title, at: attendedAt };
  const isEarned = await deliver({ to: 'points', call: 'earn', input: { ...fact, requestId } }, now);
  const isClear = isEarned && (await clearTask(activity._id, 'day', [personId], now));
  const { listUntil } = checkInWindow(activity);
  if (!isClear || !(await putFeedbackTask(activity, personId, listUntil, now))) return enrolment;
  return (await store.enrolments.changeOne({ _id, pendingSince }, { pendingSince: null })) ?? enrolment;
}

/** Points that did not arrive. */
export async function finishAttendances(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.enrolments.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  for (const enrolment of found) {
    const activity = await store.activities.read(enrolment.activityId);
    if (activity) await finishAttendance(enrolment, activity, now);
  }
  return found.length;
}
