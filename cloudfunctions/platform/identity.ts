import { dayOf } from '../../shared/kernel/day';
import type { GrantableRole, Role } from '../../shared/kernel/role';
import type { Day, Instant } from '../../shared/kernel/scalar';
import { type Identity, rolesOn } from '../../shared/people/identity';
import { currentOpenId } from './cloud';
import { collection, is } from './db';
import { keyed } from './secret';

const identities = collection<Identity>('identities');

export type BoundIdentity = Omit<Identity, '_id'>;

/** Who is bound to this OpenID; null for a visitor. One request. */
export function readIdentity(openId: string): Promise<Identity | null> {
  return identities.read(openId);
}

/** Whom the WeChat of this invocation is bound to, if to anybody. */
export async function readCallersIdentity(): Promise<BoundIdentity | null> {
  const openId = currentOpenId();
  return openId === undefined ? null : await identities.read(openId);
}

/**
 * Binds the WeChat of this invocation. False when that WeChat or that person is bound already: `_id` and a unique
 * index on `personId` decide, so two phones racing for one person cannot both win.
 */
export function bindCaller(identity: BoundIdentity): Promise<boolean> {
  const openId = currentOpenId();
  if (openId === undefined) throw new Error('only a person in WeChat can be bound');
  return identities.insert({ _id: openId, ...identity });
}

/** The bindings of these persons (at most 100 at a time), without the OpenID. */
export async function readIdentitiesOf(personIds: readonly string[]): Promise<BoundIdentity[]> {
  if (personIds.length === 0) return [];
  const found = await identities.list({ where: { personId: is.among(personIds) }, limit: 100 });
  return found.map(({ _id, ...identity }) => identity);
}

/** As many of one name as a search finds. */
const mostNamed = 100;

/** Those of up to 2,000 persons whose name begins so. One request. */
export async function personsNamed(search: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const where = { name: is.startingWith(search), personId: is.among(personIds) };
  const found = await identities.list({ where, limit: mostNamed, fields: ['personId'] });
  return new Set(found.map(({ personId }) => personId));
}

/** Brings the copy up to date after the person's facts changed. Does nothing for somebody who has not joined. */
export async function refreshIdentity(personId: string, change: Partial<BoundIdentity>): Promise<void> {
  await identities.changeAll({ personId }, change);
}

/** The WeChat that a person is bound to, for platform/ alone; null for somebody who has not joined. One request. */
export async function openIdOf(personId: string): Promise<string | null> {
  const [identity] = await identities.list({ where: { personId }, limit: 1 });
  return identity?._id ?? null;
}

/** Takes the WeChat away from a person. */
export async function unbind(personId: string): Promise<void> {
  await identities.removeAll({ personId });
}

/** A stable name for a WeChat that outlives binding and does not tell the OpenID. */
export function callerKeyOf(openId: string): string {
  return keyed('callerKey', openId);
}

/** The roles that a person held at a moment; none for somebody who has not joined. One request. */
export async function rolesOfPerson(personId: string, at: Instant): Promise<Role[]> {
  const [identity] = await identities.list({ where: { personId }, limit: 1 });
  return identity ? rolesOn(dayOf(at), identity) : [];
}

/** The roles of these persons (at most 100 at a time) on a day, of those who have joined. One request. */
export async function rolesOfPersons(personIds: readonly string[], day: Day): Promise<Map<string, Role[]>> {
  const joined = await readIdentitiesOf(personIds);
  return new Map(joined.map((identity) => [identity.personId, rolesOn(day, identity)]));
}

/** How many people may hold one granted role and still be told all at once. */
const mostHolders = 100;

/** Who of those that joined holds a role that HR gave, by today's rights: whom a task of it can reach. One request. */
export async function readJoinedHolders(role: GrantableRole, now: Date): Promise<BoundIdentity[]> {
  const found = await identities.list({ where: { 'grants.role': role }, limit: mostHolders });
  const today = dayOf(now);
  return found.filter((one) => rolesOn(today, one).includes(role)).map(({ _id, ...identity }) => identity);
}
