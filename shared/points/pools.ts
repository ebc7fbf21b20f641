import * as z from 'zod';
import { Day, Id, Instant, Points } from '../kernel/scalar';
import { GiftId, ValueFen } from './model';

/** 团队礼: several people pay for one gift. 公益: everybody may give to one cause, without a target. */
export const PoolKind = z.enum(['teamGift', 'charity']);
export type PoolKind = z.infer<typeof PoolKind>;

/**
 * open → reached (the target, or the last day of a charity) → handedOver; open or reached → returning (short of the
 * target on the last day, or given up by HR) → returned, once everybody has their points back.
 */
export const PoolState = z.enum(['open', 'reached', 'handedOver', 'returning', 'returned']);
export type PoolState = z.infer<typeof PoolState>;

/** 众筹: what people pay into together. */
export const Pool = z.object({
  /** The request that opened it. */
  _id: GiftId,
  kind: PoolKind,
  name: z.string().max(40),
  description: z.string().max(500),
  /** Never more than this comes together; null for a charity. */
  targetPoints: Points.min(1).nullable(),
  /** The most that one person may pay in; null is no limit. */
  perPersonPoints: Points.min(1).nullable(),
  paidPoints: z.int().min(0),
  /** What it costs the company: what payroll counts for those who paid. */
  valueFen: ValueFen,
  /** Whose pool it is; null is the whole company's. */
  branchId: Id.nullable(),
  /** The last day on which somebody can pay in, in Asia/Shanghai. */
  closesOn: Day,
  state: PoolState,
  /** Why HR gave it up; null otherwise. */
  closeReason: z.string().max(200).nullable(),
  openedAt: Instant,
});
export type Pool = z.infer<typeof Pool>;
