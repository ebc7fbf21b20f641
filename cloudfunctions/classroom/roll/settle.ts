import { instant } from '../../../shared/kernel/day';
import { partOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { Announcement, StoredSession } from '../documents';
import { type Errand, errandsOf } from '../rules/errands';
import { trainerIdsOf, whenAndWhere } from '../rules/session';
import { store } from '../store';
import { putOnToday, takeOffToday, tell } from '../tell';
import { fulfil } from './fulfil';

const atOnce = 20;
/** Errands of one session in one minute; more follow with the next. */
const errandsAtOnce = 100;

async function announce(session: StoredSession, { id, title, line, personIds }: Announcement, now: Date) {
  const everybody = [...new Set([...session.memberIds, ...trainerIdsOf(session)])];
  if (!(await tell(session._id, personIds ?? everybody, { factId: id, title, line }, now))) return;
  await store.sessions.changeOne({ _id: session._id }, { announcements: by.pulling({ id }) });
}

async function takeOff(session: StoredSession, errand: Extract<Errand, { kind: 'takeOff' }>, now: Date) {
  const { _id } = session;
  const { personId, at, isGone } = errand;
  if (!(await takeOffToday(_id, 'day', { personId, at }, now))) return;
  // Cancelled after somebody had signed in: how it was is no question any more.
  if (!isGone && !(await takeOffToday(_id, 'after', { personId, at }, now))) return;
  if (isGone) await store.sessions.changeOne({ _id }, { gone: by.pulling({ personId, at }) });
  else await store.sessions.changeOne({ _id, memberIds: personId }, { [`parts.${partOf(personId)}.isOnToday`]: false });
}

async function promote(session: StoredSession, { part }: Extract<Errand, { kind: 'promote' }>, now: Date) {
  const { _id, title } = session;
  const told = {
    factId: `${_id}.${part.key}`,
    title: `有位置了：${title}`,
    line: `候补成功。${whenAndWhere(session)}`,
  };
  if (!(await tell(_id, [part.personId], told, now))) return;
  const field = `parts.${partOf(part.personId)}`;
  await store.sessions.changeOne(
    { _id, memberIds: part.personId, [`${field}.key`]: part.key },
    { [`${field}.isWaitingStill`]: false },
  );
}

async function putOn(session: StoredSession, { personIds, at }: Extract<Errand, { kind: 'putOn' }>, now: Date) {
  const { _id, version } = session;
  if (!(await putOnToday(session, personIds, at, now))) return;
  const marks = Object.fromEntries(personIds.map((personId) => [`parts.${partOf(personId)}.isOnToday`, true]));
  const [first, ...others] = personIds;
  // Several are marked only while nobody came or left; otherwise the next sweep tells them again, which is harmless.
  const where = others.length === 0 && first !== undefined ? { _id, memberIds: first } : { _id, version };
  await store.sessions.changeOne(where, marks);
}

async function run(session: StoredSession, errand: Errand, now: Date): Promise<void> {
  switch (errand.kind) {
    case 'announce':
      return announce(session, errand.announcement, now);
    case 'takeOff':
      return takeOff(session, errand, now);
    case 'promote':
      return promote(session, errand, now);
    case 'putOn':
      return putOn(session, errand, now);
    case 'duty':
      return fulfil(session, errand.part, errand.duty, now);
  }
}

/** Does at once what a change brought about for these persons. What does not arrive goes out with the sweep. */
export async function settle(session: StoredSession, personIds: readonly string[], now: Date): Promise<void> {
  for (const errand of errandsOf(session, instant(now), personIds)) await run(session, errand, now);
}

/** Everything that a session says is still to be done. Safe to repeat, to be killed anywhere, and to run twice. */
export async function settleWhole(found: StoredSession, now: Date): Promise<void> {
  const errands = errandsOf(found, instant(now), null);
  for (const errand of errands.slice(0, errandsAtOnce)) await run(found, errand, now);
  const session = errands.length > 0 ? await store.sessions.read(found._id) : found;
  if (!session || errandsOf(session, instant(now), null).length > 0) return;
  await store.sessions.changeOne({ _id: session._id, version: session.version }, { pendingSince: null });
}

/** What was cut off, or is simply done and only to be marked so. */
export async function settleSessions(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.sessions.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (session) => settleWhole(session, now));
  return found.length;
}
