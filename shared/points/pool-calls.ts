import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line, Points, paragraph, RequestId } from '../kernel/scalar';
import { GiftId, ValueFen } from './model';
import { Pool, PoolKind } from './pools';

const staff = ['employee'] as const;
const hr = ['hr', 'branchHr'] as const;
const decided = z.strictObject({ poolId: GiftId, requestId: RequestId });

/** 众筹: gifts for a team, and giving to a cause. */
export const poolCalls = contract({
  /** Those of the company and of the own branch; HR sees all within reach. What closes first comes first. */
  listPools: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ isOpen: z.boolean(), ...pageRequest }),
    output: pageOf(Pool),
    refusals: [],
  },
  readPool: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ poolId: GiftId }),
    output: z.object({ pool: Pool, balance: z.int().min(0), paidByMe: z.int().min(0) }),
    refusals: ['pool_not_found'],
  },
  payIntoPool: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ poolId: GiftId, points: Points.min(1).max(100_000), requestId: RequestId }),
    output: z.object({ pool: Pool, paid: Points }),
    refusals: [
      'pool_not_found',
      'pool_closed',
      'pool_full',
      'pool_share_full',
      'points_not_enough',
      'points_busy',
      'request_id_reused',
    ],
  },
  openPool: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      kind: PoolKind,
      name: line(40),
      description: paragraph(500),
      targetPoints: Points.min(1).nullable(),
      perPersonPoints: Points.min(1).nullable(),
      valueFen: ValueFen,
      branchId: Id.nullable(),
      closesOn: Day,
      requestId: RequestId,
    }),
    output: Pool,
    refusals: ['branch_out_of_reach', 'pool_day_passed', 'pool_target_wanted', 'request_id_reused'],
  },
  /** Given up: everybody gets back what they paid. */
  closePool: {
    kind: 'change',
    roles: hr,
    input: decided.extend({ reason: line(200) }),
    output: Pool,
    refusals: ['pool_not_found', 'pool_closed'],
  },
  /** 已交付: the team has its gift, the cause has the money. */
  handOverPool: {
    kind: 'change',
    roles: hr,
    input: decided,
    output: Pool,
    refusals: ['pool_not_found', 'pool_closed'],
  },
});
