import * as z from 'zod';
import { Day, FileId, Id, Instant, Points } from '../kernel/scalar';

/** 签到 gives this many points. The rule table of the points economy will replace the constant. */
export const checkInPoints = 5;

/** 入职欢迎 gives this many points, once per person ever, however often somebody comes back. */
export const welcomePoints = 20;

/** How many check-in days an account remembers, and so the longest 连续签到 that is told. */
export const rememberedCheckInDays = 400;

/**
 * A gift's id. Narrower than `Id`, because it names a field of the account (`taken.<giftId>`): no dot, and nothing that
 * begins like `__proto__`.
 */
export const GiftId = z.string().regex(/^[A-Za-z0-9-][A-Za-z0-9_-]{0,63}$/);
export type GiftId = z.infer<typeof GiftId>;

/** Pieces of one gift that may ever be supplied. */
export const mostSupplied = 10_000_000;

/** Pieces of one gift, 0 to ten million: what was ever supplied, and so what can be in stock. */
export const Pieces = z.int().min(0).max(mostSupplied);
export type Pieces = z.infer<typeof Pieces>;

/** What moved points. Each entry names its cause, so that a person sees why. */
export const PointCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checkIn'), day: Day }),
  z.object({ kind: z.literal('joined') }),
  z.object({ kind: z.literal('redemption'), redemptionId: Id, giftName: z.string().max(40) }),
  z.object({ kind: z.literal('redemptionCancelled'), redemptionId: Id, giftName: z.string().max(40) }),
]);
export type PointCause = z.infer<typeof PointCause>;

/**
 * 积分流水: one movement of one account, never changed. `_id` follows from the cause (`p-1.checkIn.2026-11-21`), so
 * that the same fact can only be written once. As stored it also carries its number within the account and a hash over
 * the entry before it (trust.md I7), which no caller sees.
 */
export const PointLedgerEntry = z.object({
  _id: z.string().max(160),
  personId: Id,
  /** Signed: what came (+) or went (−). */
  points: z.int().min(-1_000_000).max(1_000_000),
  /** 可用积分 right after this movement. */
  balanceAfter: z.int().min(0),
  cause: PointCause,
  at: Instant,
});
export type PointLedgerEntry = z.infer<typeof PointLedgerEntry>;

/** 礼品 in the mall. 初始 + 补货 = 库存 + 待发放 + 已发放 at any quiet moment (trust.md I4). */
export const Gift = z.object({
  _id: GiftId,
  name: z.string().min(1).max(40),
  description: z.string().max(500),
  costPoints: Points.min(1),
  stock: Pieces,
  /** All pieces that ever came in. */
  supplied: Pieces,
  /** How many one person may redeem; null is no limit. */
  perPersonLimit: z.int().min(1).max(1000).nullable(),
  pictureFileId: FileId.nullable(),
  onSale: z.boolean(),
  createdAt: Instant,
});
export type Gift = z.infer<typeof Gift>;

/** 兑换单: 待发放 → 已发放 | 已取消 (points and stock come back). */
export const RedemptionState = z.enum(['reserved', 'fulfilled', 'cancelled']);
export type RedemptionState = z.infer<typeof RedemptionState>;

export const Redemption = z.object({
  /** Follows from person and request id: the same request can only be written once. */
  _id: Id,
  personId: Id,
  personName: z.string().max(40),
  branchId: Id,
  giftId: GiftId,
  giftName: z.string().max(40),
  costPoints: Points,
  state: RedemptionState,
  /** Told to the person when HR cancels. */
  cancelReason: z.string().max(200).nullable(),
  at: Instant,
  closedAt: Instant.nullable(),
});
export type Redemption = z.infer<typeof Redemption>;

/** 积分账户 as its owner sees it. */
export const AccountView = z.object({
  /** 可用积分 */
  balance: z.int().min(0),
  /** 累计积分: all that ever came, never spent. */
  lifetime: z.int().min(0),
  checkedInToday: z.boolean(),
  /** 连续签到: days in a row up to today, or up to yesterday while today is still open; at most 400. */
  streakDays: z.int().min(0).max(rememberedCheckInDays),
  today: Day,
  checkInPoints: Points,
});
export type AccountView = z.infer<typeof AccountView>;

/** A gift as the mall shows it; the picture's address is temporary. */
export const GiftView = Gift.omit({ supplied: true, pictureFileId: true, createdAt: true }).extend({
  pictureUrl: z.string().max(2000).nullable(),
});
export type GiftView = z.infer<typeof GiftView>;
