import { dayOf } from '../../shared/kernel/day';
import type { Role } from '../../shared/kernel/role';
import { type Reach, reachOf, rolesOn } from '../../shared/people/identity';
import { currentOpenId } from './cloud';
import { type BoundIdentity, callerKeyOf, readIdentity } from './identity';

/** Who is calling, as far as a handler may know. */
export interface Caller {
  /** A stable name for this WeChat, bound or not. */
  key: string;
  roles: readonly Role[];
  /** How far this caller's HR rights reach. */
  reach: Reach;
  person: BoundIdentity | null;
}

/** A caller who is a person of the company, for calls whose roles leave no other. */
export function personOf(caller: Caller): BoundIdentity {
  if (!caller.person) throw new Error('a call for persons was reached by somebody without one');
  return caller.person;
}

/** Our own functions calling each other. */
export const systemCaller: Caller = { key: 'system', roles: ['system'], reach: 'everywhere', person: null };

/** The caller of this invocation by WeChat's word; null when WeChat vouches for nobody. One request. */
export async function currentCaller(now: Date): Promise<Caller | null> {
  const openId = currentOpenId();
  if (openId === undefined) return null;
  const identity = await readIdentity(openId);
  const key = callerKeyOf(openId);
  if (!identity) return { key, roles: ['visitor'], reach: [], person: null };
  const roles = rolesOn(dayOf(now), identity);
  const { _id, ...person } = identity;
  return { key, roles, reach: reachOf(roles, identity), person };
}
