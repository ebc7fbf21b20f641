import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, FileId, Id, Instant, line, Points, paragraph, RequestId } from '../kernel/scalar';
import { PersonJoined } from '../people/facts';
import {
  AccountView,
  DeliveryAddress,
  EntryId,
  GiftCategory,
  GiftId,
  GiftTerms,
  LedgerEntryView,
  MallGift,
  PriceChange,
  Redemption,
  RedemptionHanding,
  RedemptionState,
  ShelfGift,
  ValueFen,
} from './model';
import {
  FactRuleKey,
  HoldReason,
  mostVersions,
  PointRule,
  PointSettings,
  PointTerms,
  RuleKey,
  RuleTerms,
} from './rules';

const staff = ['employee'] as const;
/** What is mine I may read before my first day and after my last one. */
const owner = ['newHire', 'employee', 'alumnus'] as const;
/** Leavers may spend for a while. */
const spender = ['employee', 'alumnus'] as const;
const hr = ['hr', 'branchHr'] as const;
/** The version that HR saw when deciding: whoever decided meanwhile is not overruled unseen. */
const basedOn = z
  .int()
  .min(0)
  .max(mostVersions - 1);

/** What HR says of a gift besides name, price and stock. What is left out is how most gifts are. */
const giftTerms = {
  category: GiftCategory.default('other'),
  handing: GiftTerms.shape.handing.default('pickUp'),
  perPersonLimit: GiftTerms.shape.perPersonLimit,
  monthlyLimit: GiftTerms.shape.monthlyLimit.default(null),
  yearlyLimit: GiftTerms.shape.yearlyLimit.default(null),
  saleFrom: Day.nullable().default(null),
  saleUntil: Day.nullable().default(null),
  valueFen: ValueFen.default(0),
};

export const points = contract({
  readAccount: { kind: 'read', roles: owner, input: z.strictObject({}), output: AccountView, refusals: [] },
  /** 签到: once a day in Asia/Shanghai. */
  checkIn: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ requestId: RequestId }),
    output: z.object({ gained: Points, account: AccountView }),
    refusals: ['checked_in_already', 'earning_capped', 'earning_ended', 'points_busy', 'request_id_reused'],
  },
  listLedger: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(LedgerEntryView),
    refusals: [],
  },

  // 积分商城
  listGifts: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ category: GiftCategory.optional(), ...pageRequest }),
    output: pageOf(MallGift).extend({ balance: z.int().min(0) }),
    refusals: [],
  },
  readGift: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ giftId: GiftId }),
    output: z.object({ gift: MallGift, balance: z.int().min(0), redeemedByMe: z.int().min(0) }),
    refusals: ['gift_not_found'],
  },
  redeemGift: {
    kind: 'change',
    roles: spender,
    input: z.strictObject({
      giftId: GiftId,
      /** The price that the person was shown: nobody pays another one than they agreed to. */
      seenCostPoints: Points.min(1).optional(),
      delivery: DeliveryAddress.nullable().default(null),
      requestId: RequestId,
    }),
    output: z.object({ redemption: Redemption, balance: z.int().min(0) }),
    refusals: [
      'gift_not_found',
      'gift_sold_out',
      'gift_limit_reached',
      'gift_changed',
      'gift_sale_not_begun',
      'gift_sale_ended',
      'delivery_address_wanted',
      'delivery_not_offered',
      'points_not_enough',
      'points_busy',
      'request_id_reused',
      'spending_ended',
    ],
  },
  listMyRedemptions: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Redemption),
    refusals: [],
  },
  readMyRedemption: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ redemptionId: Id }),
    output: Redemption,
    refusals: ['redemption_not_found'],
  },

  // 管理: gifts and what is to be handed out
  listShelf: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ onSale: z.boolean(), ...pageRequest }),
    output: pageOf(ShelfGift),
    refusals: [],
  },
  addGift: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      name: line(40),
      description: paragraph(500),
      costPoints: Points.min(1),
      stock: z.int().min(0).max(100_000),
      ...giftTerms,
      /** Uploaded by the phone to `gifts/<requestId>.png|jpg`, at most 1 MB. */
      pictureFileId: FileId.nullable(),
      requestId: RequestId,
    }),
    output: ShelfGift,
    refusals: ['gift_picture_unusable', 'gift_sale_days_reversed', 'gift_stock_by_codes', 'request_id_reused'],
  },
  /** Everything but price, stock and picture; a gift that is handed over as a code stays one. */
  reviseGift: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      giftId: GiftId,
      name: line(40),
      description: paragraph(500),
      ...giftTerms,
      requestId: RequestId,
    }),
    output: ShelfGift,
    refusals: ['gift_not_found', 'gift_sale_days_reversed', 'gift_handing_kept'],
  },
  /** A planned price, from a day after today on; planning the price of today takes the plan back. */
  changeGiftPrice: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      giftId: GiftId,
      costPoints: Points.min(1),
      effectiveOn: Day,
      reason: line(200),
      requestId: RequestId,
    }),
    output: ShelfGift,
    refusals: ['gift_not_found', 'gift_price_too_early'],
  },
  readShelfGift: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ giftId: GiftId }),
    output: z.object({ gift: ShelfGift, prices: z.array(PriceChange).max(50) }),
    refusals: ['gift_not_found'],
  },
  restockGift: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ giftId: GiftId, pieces: z.int().min(1).max(10_000), requestId: RequestId }),
    output: ShelfGift,
    refusals: ['gift_not_found', 'gift_stock_by_codes', 'gift_stock_full', 'request_id_reused'],
  },
  /** 下架: no new redemptions; what is reserved stays. */
  withdrawGift: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ giftId: GiftId, requestId: RequestId }),
    output: ShelfGift,
    refusals: ['gift_not_found'],
  },
  /** 重新上架 */
  relistGift: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ giftId: GiftId, requestId: RequestId }),
    output: ShelfGift,
    refusals: ['gift_not_found'],
  },
  listRedemptions: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({
      state: RedemptionState,
      branchId: Id.optional(),
      handing: RedemptionHanding.optional(),
      ...pageRequest,
    }),
    output: pageOf(Redemption),
    refusals: [],
  },
  fulfilRedemption: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ redemptionId: Id, requestId: RequestId }),
    output: Redemption,
    refusals: ['redemption_not_found', 'redemption_closed', 'redemption_by_code'],
  },
  cancelRedemption: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ redemptionId: Id, reason: line(200), requestId: RequestId }),
    output: Redemption,
    refusals: ['redemption_not_found', 'redemption_closed'],
  },

  /** 退回: what was handed out is given up again. `pieceReturns`: whether it can go back to the shelf. */
  refundRedemption: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ redemptionId: Id, reason: line(200), pieceReturns: z.boolean(), requestId: RequestId }),
    output: Redemption,
    refusals: ['redemption_not_found', 'redemption_closed'],
  },
  /** Where a reserved gift has to be sent. Opened only for who hands it over, and noted on the redemption. */
  readDeliveryAddress: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ redemptionId: Id, requestId: RequestId }),
    output: z.object({ address: DeliveryAddress }),
    refusals: ['redemption_not_found', 'delivery_address_gone'],
  },
  /** The list to hand out by, as a CSV file that no spreadsheet takes for formulas; at most 500 lines. */
  exportRedemptions: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({
      state: RedemptionState,
      branchId: Id.optional(),
      handing: RedemptionHanding.optional(),
    }),
    output: z.object({ csv: z.string().max(500_000), lines: z.int().min(0), isWhole: z.boolean() }),
    refusals: [],
  },

  /** How people's facts arrive: at least once, the fact's id is the key. */
  welcomePerson: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ fact: PersonJoined, requestId: RequestId }),
    output: z.object({}),
    refusals: ['points_busy'],
  },
  /**
   * A fact of another context earns what the rule says. Delivered twice, it earns once: `factId` is the key within
   * person and rule. `heldBack` says why it earned nothing; that is an answer, not a refusal, and not to be retried.
   */
  earn: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      factId: Id,
      rule: FactRuleKey,
      personId: Id,
      /** What it was for, in the person's words: the title of the news, the activity, the training. */
      about: line(40).nullable(),
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({ points: Points, heldBack: HoldReason.nullable() }),
    refusals: ['points_busy'],
  },
  /** 可赠积分 of one person become 可用积分 of others, all of them or none. `factId` is the key within the giver. */
  give: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      factId: Id,
      fromPersonId: Id,
      toPersonIds: z.array(Id).min(1).max(10),
      /** For each of them. */
      points: z.int().min(1).max(1000),
      about: line(40).nullable(),
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({ givingLeft: z.int().min(0) }),
    refusals: ['giving_not_enough', 'giving_pair_limit', 'giving_to_self', 'points_busy'],
  },

  // 管理: rules and corrections
  /** The whole table: every version of every rule and of the settings, the latest first. */
  listRules: {
    kind: 'read',
    roles: ['hr'],
    input: z.strictObject({}),
    output: z.object({
      rules: z.array(z.object({ current: PointRule, versions: z.array(PointRule).max(mostVersions + 1) })).max(20),
      settings: z.object({ current: PointSettings, versions: z.array(PointSettings).max(mostVersions + 1) }),
      /** The first day on which a change made now can take effect. */
      earliestOn: Day,
    }),
    refusals: [],
  },
  changeRule: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      key: RuleKey,
      basedOn,
      terms: RuleTerms,
      effectiveOn: Day,
      reason: line(200),
      requestId: RequestId,
    }),
    output: PointRule,
    refusals: ['request_id_reused', 'rule_changed_meanwhile', 'rule_effective_too_early'],
  },
  changePointSettings: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      basedOn,
      terms: PointTerms,
      effectiveOn: Day,
      reason: line(200),
      requestId: RequestId,
    }),
    output: PointSettings,
    refusals: ['request_id_reused', 'rule_changed_meanwhile', 'rule_effective_too_early'],
  },
  /**
   * Takes an entry back by one in the other direction. What came and is spent already cannot be taken: `taken` says
   * what was there, the rest is let go.
   */
  voidEntry: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ entryId: EntryId, reason: line(200), requestId: RequestId }),
    output: z.object({ taken: z.int().min(-1_000_000).max(1_000_000), missing: Points }),
    refusals: ['entry_not_found', 'entry_not_voidable', 'entry_voided_already', 'own_account_kept', 'points_busy'],
  },
  /** Gives or takes points for a reason that no rule knows. */
  correctAccount: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      personId: Id,
      points: z.int().min(-100_000).max(100_000),
      reason: line(200),
      requestId: RequestId,
    }),
    output: z.object({ points: z.int().min(-100_000).max(100_000) }),
    refusals: ['account_not_found', 'own_account_kept', 'points_busy', 'points_not_enough', 'request_id_reused'],
  },
});
export type PointsContract = typeof points;
