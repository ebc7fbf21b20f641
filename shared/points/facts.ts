import * as z from 'zod';
import { Count, Id, Instant, Points } from '../kernel/scalar';

/** 兑换: what a redemption did, as the rule decided it. */
export const GiftRedeemed = z.strictObject({
  redemptionId: Id,
  personId: Id,
  giftId: Id,
  giftName: z.string().max(40),
  costPoints: Points,
  stockAfter: Count,
  at: Instant,
});
export type GiftRedeemed = z.infer<typeof GiftRedeemed>;
