import * as z from 'zod';
import { Day, FileId, Id, Instant, line, Points } from '../kernel/scalar';
import { FactRuleKey, mostVersions } from './rules';

/** A month in Asia/Shanghai, `2026-11`. */
export const Month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/);
export type Month = z.infer<typeof Month>;

/** The id of a ledger entry. */
export const EntryId = z.string().regex(/^[A-Za-z0-9_.-]{1,240}$/);
export type EntryId = z.infer<typeof EntryId>;

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

/** Two pockets of one account: 可用积分 to spend, 可赠积分 to give away within the month. */
export const Pocket = z.enum(['spend', 'give']);
export type Pocket = z.infer<typeof Pocket>;

/**
 * Where points come from and go to: every entry names both. `transit` holds what was given and has not arrived; at rest
 * it is 0, and all persons together with the other parties always are.
 */
export const Party = z.enum(['issue', 'person', 'mall', 'charity', 'expired', 'void', 'transit']);
export type Party = z.infer<typeof Party>;

const version = z.int().min(0).max(mostVersions);
const about = z.string().max(40).nullable();
const reason = z.string().max(200);

/** What moved points. Each entry names its cause, so that a person sees why, from whom, and by which rule. */
export const PointCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checkIn'), day: Day, version }),
  z.object({ kind: z.literal('joined'), version }),
  z.object({ kind: z.literal('earned'), rule: FactRuleKey, version, factId: Id, about }),
  z.object({ kind: z.literal('redemption'), redemptionId: Id, giftName: z.string().max(40) }),
  z.object({ kind: z.literal('redemptionCancelled'), redemptionId: Id, giftName: z.string().max(40) }),
  z.object({ kind: z.literal('spent'), factId: Id, about: z.string().max(40) }),
  z.object({ kind: z.literal('unspent'), factId: Id, about: z.string().max(40) }),
  z.object({ kind: z.literal('pooled'), poolId: Id, name: z.string().max(40) }),
  z.object({ kind: z.literal('poolReturned'), poolId: Id, name: z.string().max(40) }),
  z.object({ kind: z.literal('allowance'), month: Month }),
  z.object({ kind: z.literal('allowanceLapsed'), month: Month }),
  z.object({ kind: z.literal('gave'), factId: Id, toPersonId: Id, about }),
  z.object({ kind: z.literal('received'), factId: Id, fromPersonId: Id, about }),
  z.object({ kind: z.literal('expired'), day: Day, isLeaver: z.boolean() }),
  z.object({ kind: z.literal('voided'), entryId: EntryId, reason, by: Id }),
  z.object({ kind: z.literal('corrected'), reason, by: Id }),
]);
export type PointCause = z.infer<typeof PointCause>;

/**
 * 积分流水: one movement of one account, never changed. `_id` follows from the cause (`p-1.checkIn.2026-11-21`), so
 * that the same fact can only be written once. As stored it also carries its number within the account, the lots it
 * moved, and a hash over the entry before it (trust.md I7), which no caller sees.
 */
export const PointLedgerEntry = z.object({
  _id: EntryId,
  personId: Id,
  /** Signed: what came (+) or went (−). */
  points: z.int().min(-1_000_000).max(1_000_000),
  pocket: Pocket,
  from: Party,
  to: Party,
  /** What the pocket held right after this movement. */
  balanceAfter: z.int().min(0),
  cause: PointCause,
  /** When it happened; booked at that moment or, when a fact came late, soon after. */
  at: Instant,
});
export type PointLedgerEntry = z.infer<typeof PointLedgerEntry>;

/** An entry as its owner reads it. */
export const LedgerEntryView = PointLedgerEntry.extend({
  /** The rule's title in the version that was applied; null when no rule was. */
  ruleTitle: z.string().max(20).nullable(),
  /** Who gave, received, voided or corrected; null when nobody did or they are not known any more. */
  withName: z.string().max(40).nullable(),
});
export type LedgerEntryView = z.infer<typeof LedgerEntryView>;

/** An account that the nightly proof could not prove. */
export const PointAlert = z.object({
  /** `<day>.<person>` */
  _id: z.string().max(80),
  personId: Id,
  day: Day,
  /** What does not agree, in words for HR. */
  found: z.array(z.string().max(400)).max(10),
  at: Instant,
});
export type PointAlert = z.infer<typeof PointAlert>;

/** The same as HR reads it. */
export const NamedAlert = PointAlert.extend({ personName: z.string().max(40) });
export type NamedAlert = z.infer<typeof NamedAlert>;

/** What a gift is good for: how the mall is sorted into shelves. */
const giftCategories = ['treat', 'living', 'office', 'learning', 'leisure', 'time', 'other'] as const;
export const GiftCategory = z.enum(giftCategories);
export type GiftCategory = z.infer<typeof GiftCategory>;

/**
 * How a gift reaches the person: picked up, sent to an address, either as the person likes, or as a code that is
 * revealed in the app.
 */
export const GiftHanding = z.enum(['pickUp', 'delivery', 'either', 'code']);
export type GiftHanding = z.infer<typeof GiftHanding>;

/** How one redemption is handed over. */
export const RedemptionHanding = z.enum(['pickUp', 'delivery', 'code']);
export type RedemptionHanding = z.infer<typeof RedemptionHanding>;

/** Value in fen (0.01 yuan), 0 to 100,000 yuan: what payroll has to know of a gift. */
export const ValueFen = z.int().min(0).max(10_000_000);

const limit = z.int().min(1).max(1000).nullable();

/** On which terms a gift is offered. Limits count pieces of one person; null is no limit. */
export const GiftTerms = z.object({
  category: GiftCategory,
  handing: GiftHanding,
  perPersonLimit: limit,
  /** In a calendar month of Asia/Shanghai. */
  monthlyLimit: limit,
  /** In a calendar year of Asia/Shanghai. */
  yearlyLimit: limit,
  /** First and last day of the sale in Asia/Shanghai, both included; null is open on that side. */
  saleFrom: Day.nullable(),
  saleUntil: Day.nullable(),
});
export type GiftTerms = z.infer<typeof GiftTerms>;

/** A price that is planned: from the beginning of that day in Asia/Shanghai. */
const PlannedPrice = z.object({ costPoints: Points.min(1), effectiveOn: Day });
export type PlannedPrice = z.infer<typeof PlannedPrice>;

/** 礼品 in the mall. 初始 + 补货 = 库存 + 待发放 + 已发放 at any quiet moment (trust.md I4). */
export const Gift = GiftTerms.extend({
  _id: GiftId,
  name: z.string().min(1).max(40),
  description: z.string().max(500),
  costPoints: Points.min(1),
  nextPrice: PlannedPrice.nullable(),
  valueFen: ValueFen,
  stock: Pieces,
  /** All pieces that ever came in. */
  supplied: Pieces,
  pictureFileId: FileId.nullable(),
  onSale: z.boolean(),
  createdAt: Instant,
});
export type Gift = z.infer<typeof Gift>;

/** What one person can do about a gift right now: 可兑换 · 还差 N · 已到上限 · 未开始 · 已结束 · 已兑完. */
export const GiftStanding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('can') }),
  z.object({ kind: z.literal('short'), missing: Points }),
  z.object({ kind: z.literal('limitReached'), limit: z.int().min(1), per: z.enum(['person', 'month', 'year']) }),
  z.object({ kind: z.literal('notYet'), on: Day }),
  z.object({ kind: z.literal('ended'), on: Day }),
  z.object({ kind: z.literal('soldOut') }),
]);
export type GiftStanding = z.infer<typeof GiftStanding>;

/** Where a gift is sent. Kept sealed, only until it was handed over. */
export const DeliveryAddress = z.strictObject({
  recipient: line(40),
  /** A mobile number of the mainland, 11 digits. */
  phone: z.string().regex(/^1[3-9]\d{9}$/),
  address: line(200),
});
export type DeliveryAddress = z.infer<typeof DeliveryAddress>;

/** 兑换单: 待发放 → 已发放 | 已取消; 已发放 → 已退回. Points come back with the last two. */
export const RedemptionState = z.enum(['reserved', 'fulfilled', 'cancelled', 'refunded']);
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
  handing: RedemptionHanding,
  state: RedemptionState,
  /** Told to the person when HR cancels or refunds. */
  cancelReason: z.string().max(200).nullable(),
  /** When its code was revealed; null when it has none, or none was looked at yet. */
  codeSeenAt: Instant.nullable(),
  at: Instant,
  closedAt: Instant.nullable(),
});
export type Redemption = z.infer<typeof Redemption>;

/** 积分账户 as its owner sees it. */
export const AccountView = z.object({
  /** 可用积分: what can be spent today. */
  balance: z.int().min(0),
  /** 累计积分: all that ever came, never spent. */
  lifetime: z.int().min(0),
  /** What goes next and when, if it is not spent before; null when there is nothing to spend. */
  expiring: z.object({ points: Points.min(1), on: Day }).nullable(),
  /** 可赠积分 left in this month. */
  givingLeft: z.int().min(0),
  /** The last day on which somebody who is leaving can spend; null for everybody else. */
  spendBy: Day.nullable(),
  checkedInToday: z.boolean(),
  /** 连续签到: days in a row up to today, or up to yesterday while today is still open; at most 400. */
  streakDays: z.int().min(0).max(rememberedCheckInDays),
  today: Day,
  /** What 签到 gives today; 0 when HR has ended it. */
  checkInPoints: Points,
});
export type AccountView = z.infer<typeof AccountView>;

/** A gift as the mall shows it; the picture's address is temporary. */
export const GiftView = Gift.omit({ supplied: true, valueFen: true, pictureFileId: true, createdAt: true }).extend({
  pictureUrl: z.string().max(2000).nullable(),
});
export type GiftView = z.infer<typeof GiftView>;

/** A gift as one person sees it in the mall. */
export const MallGift = GiftView.extend({ standing: GiftStanding });
export type MallGift = z.infer<typeof MallGift>;

/** A price that a gift once got, and why. */
export const PriceChange = z.object({
  costPoints: Points.min(1),
  effectiveOn: Day,
  reason: z.string().max(200),
});
export type PriceChange = z.infer<typeof PriceChange>;

/** A gift as HR sees it on the shelf. */
export const ShelfGift = GiftView.extend({ valueFen: ValueFen, supplied: Pieces });
export type ShelfGift = z.infer<typeof ShelfGift>;
