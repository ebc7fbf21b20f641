import { by, is } from '../../platform/db';
import { readIdentitiesOf } from '../../platform/identity';
import { enrolmentIdOf, type Place, type StoredActivity, type StoredEnrolment } from '../documents';
import { store } from '../store';

/** How many given-up sign-ups of one person an enrolment remembers. */
const keysKept = 20;

/** As whom somebody stands on the list. */
export type Named = Pick<StoredEnrolment, 'personId' | 'name' | 'departmentName'>;

/** Somebody who may not be at the other end of this call. */
export async function namedPerson(personId: string): Promise<Named> {
  const [identity] = await readIdentitiesOf([personId]);
  return { personId, name: identity?.name ?? '', departmentName: identity?.departmentName ?? '' };
}

/** A person's first part in an activity. */
export function newEnrolment(
  { _id: activityId, sort }: Pick<StoredActivity, '_id' | 'sort'>,
  { personId, name, departmentName }: Named,
  key: string,
  state: StoredEnrolment['state'],
): StoredEnrolment {
  return {
    ...{ _id: enrolmentIdOf(activityId, personId), activityId, personId, name, departmentName, state, key },
    ...{ leftKeys: state === 'left' ? [key] : [], sort: `${state === 'walkIn' ? '1' : '0'}.${personId}` },
    ...{ isAttended: false, attendedAt: null, attendedBy: null, fix: null, pendingSince: null },
    ...{ visits: {}, visitSince: null, hasAnswered: false, feedback: null, calendarSort: sort },
  };
}

/** Writes the state of a sign-up onto what is there; whether it did. */
async function write(_id: string, key: string, state: 'seated' | 'waiting' | 'left'): Promise<boolean> {
  // Who waits is not put back behind a seat that the same sign-up has by now.
  const live = { _id, leftKeys: is.not(key), ...(state === 'waiting' ? { key: is.not(key) } : {}) };
  if (state !== 'left') return (await store.enrolments.changeOne(live, { state, key })) !== null;
  const gone = { leftKeys: by.appending([key], keysKept) };
  const own = { ...live, key, state: is.among(['seated', 'waiting']) };
  const changed = await store.enrolments.changeOne(own, { ...gone, state });
  return (changed ?? (await store.enrolments.changeOne(live, gone))) !== null;
}

/**
 * Writes the state of a sign-up, unless it was given up or, for one that waits, is further already; whether it did.
 * `person`: who is calling, so that a first enrolment is one request.
 */
export async function enrol(
  activity: StoredActivity,
  { personId, key }: Place,
  state: 'seated' | 'waiting' | 'left',
  person: Named | null,
): Promise<boolean> {
  const _id = enrolmentIdOf(activity._id, personId);
  if (person && (await store.enrolments.insert(newEnrolment(activity, person, key, state)))) return true;
  if (await write(_id, key, state)) return true;
  if (person || (await store.enrolments.read(_id))) return false;
  const fresh = newEnrolment(activity, await namedPerson(personId), key, state);
  return (await store.enrolments.insert(fresh)) || (await write(_id, key, state));
}
