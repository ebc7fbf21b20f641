import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { Pool } from '../../../shared/points/pools';
import { refuse } from '../../../shared/refusal';
import { type Movement, movementOf } from './account';
import { personField } from './giving';
import { type Lots, reversed } from './lots';

/** People who may be paying into one pool at the same moment. */
export const claimLimit = 200;

/** Stands for "no target" where a number has to be compared: more than all accounts can hold. */
const endless = 1_000_000_000_000;

/** Room in a pool that is taken while its points are on their way. */
export interface Claim {
  /** Made anew for each attempt: only this attempt may pay for it, and it leaves the pool exactly once. */
  token: string;
  shareId: string;
  personId: string;
  points: number;
  at: Instant;
}

/** 众筹 as stored. `room` + paid + claimed = the target, at every moment. */
export interface StoredPool extends Omit<Pool, 'targetPoints' | 'perPersonPoints'> {
  /** A number even without a target or limit, so that a condition can compare it. */
  target: number;
  perPerson: number;
  /** How much may still be promised. */
  room: number;
  /** Promised or paid, by `personField`; only where there is a limit for one person. */
  promised: Record<string, number>;
  claims: Claim[];
  /** In the state `open`; what lists ask for. */
  isOpen: boolean;
  /** Whether claims or returns may wait for the sweep. */
  isMoving: boolean;
  /** Order of the lists: the last day, then id. */
  sort: string;
  openedBy: string;
  closedBy: string | null;
  /** Since when those who paid are to be told how it ended, and up to which share they know; null when all do. */
  tellSince: Instant | null;
  toldUntil: string;
  /** When the team had its gift: the month in which payroll counts it. */
  handedOverAt: Instant | null;
}

/** What one request paid into a pool; `_id` follows from person and request. */
export interface StoredShare {
  _id: string;
  poolId: string;
  personId: string;
  points: number;
  /** The lots that paid it, as the entry took them. */
  lots: Lots;
  isReturned: boolean;
  at: Instant;
}

export type NewPool = Pick<
  Pool,
  '_id' | 'kind' | 'name' | 'description' | 'targetPoints' | 'perPersonPoints' | 'branchId' | 'closesOn'
> & { valueFen: number; openedBy: string; openedAt: Instant };

/** A pool into which nobody has paid yet. A charity has no target. */
export function openedPool({ targetPoints, perPersonPoints, ...pool }: NewPool, today: Day): StoredPool {
  if (pool.closesOn < today) refuse('pool_day_passed');
  if (pool.kind === 'teamGift' && targetPoints === null) refuse('pool_target_wanted');
  const target = pool.kind === 'charity' ? endless : (targetPoints ?? endless);
  return {
    ...pool,
    ...{ target, perPerson: perPersonPoints ?? endless, room: target, promised: {}, claims: [], paidPoints: 0 },
    ...{ state: 'open', isOpen: true, isMoving: false, sort: `${pool.closesOn}.${pool._id}` },
    ...{ closeReason: null, closedBy: null, handedOverAt: null, tellSince: null, toldUntil: '' },
  };
}

/** The beginning of telling everybody who paid, in the stroke that ends a pool. */
export const toBeTold = (at: Instant) => ({ tellSince: at, toldUntil: '' }) as const;

/** Whether two requests opened the same pool. */
export function isSamePool(one: StoredPool, other: StoredPool): boolean {
  const said = ({ kind, name, description, target, perPerson, branchId, closesOn, valueFen }: StoredPool) =>
    JSON.stringify([kind, name, description, target, perPerson, branchId, closesOn, valueFen]);
  return said(one) === said(other);
}

const limitIn = (limit: number) => (limit >= endless ? null : limit);

/** A pool as callers see it. */
export function poolView(stored: StoredPool): Pool {
  const { _id, kind, name, description, paidPoints, valueFen, branchId, closesOn, state } = stored;
  const { closeReason, openedAt } = stored;
  const limits = { targetPoints: limitIn(stored.target), perPersonPoints: limitIn(stored.perPerson) };
  const said = { _id, kind, name, description, ...limits, paidPoints, valueFen };
  return { ...said, branchId, closesOn, state, closeReason, openedAt };
}

/** What one person may still promise. */
export function roomFor({ perPerson, promised }: StoredPool, personId: string): number {
  return perPerson - (promised[personField(personId)] ?? 0);
}

/** Whether what one person promised has to be counted. */
export const countsPersons = ({ perPerson }: StoredPool) => perPerson < endless;

/** Says why nothing more can be paid in. Returns when nothing stands against it. */
export function checkPayable(pool: StoredPool, personId: string, points: number, today: Day): void {
  if (pool.state !== 'open' || today > pool.closesOn) refuse('pool_closed');
  if (pool.room < points) refuse('pool_full', { room: pool.room });
  const own = roomFor(pool, personId);
  if (own < points) refuse('pool_share_full', { room: own });
  if (pool.claims.length >= claimLimit) refuse('points_busy');
}

export const paidKeyOf = (shareId: string) => `${shareId}.paid`;
export const returnedKeyOf = (shareId: string) => `${shareId}.returned`;

const partyOf = ({ kind }: Pick<StoredPool, 'kind'>) => (kind === 'charity' ? 'charity' : 'mall');

/** The debit that pays a claim. */
export function paidMovement(pool: StoredPool, claim: Pick<Claim, 'shareId' | 'points' | 'at'>, lots: Lots): Movement {
  const { shareId, points, at } = claim;
  const cause = { kind: 'pooled', poolId: pool._id, name: pool.name } as const;
  return movementOf({ key: paidKeyOf(shareId), points: -points, lots, cause, from: 'person', to: partyOf(pool), at });
}

/** A share on its way back, into the very lots. */
export function returnedMovement(pool: StoredPool, { _id, points, lots }: StoredShare, at: Instant): Movement {
  const cause = { kind: 'poolReturned', poolId: pool._id, name: pool.name } as const;
  const back = { points, lots: reversed(lots), from: partyOf(pool), to: 'person' } as const;
  return movementOf({ key: returnedKeyOf(_id), cause, at, ...back });
}
