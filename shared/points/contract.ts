import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, FileId, Id, Instant, line, Points, paragraph, RequestId } from '../kernel/scalar';
import { PersonJoined } from '../people/facts';
import { boardCalls } from './board-calls';
import { earningCalls } from './earning-calls';
import {
  AccountView,
  DeliveryAddress,
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
import { poolCalls } from './pool-calls';
import { ruleCalls } from './rule-calls';
import { spendingCalls } from './spending-calls';
import { wishCalls } from './wish-calls';

const staff = ['employee'] as const;
/** What is mine I may read before my first day and after my last one. */
const owner = ['newHire', 'employee', 'alumnus'] as const;
/** Leavers may spend for a while. */
const spender = ['employee', 'alumnus'] as const;
const hr = ['hr', 'branchHr'] as const;
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
  ...earningCalls,
  ...ruleCalls,
  ...spendingCalls,
  ...poolCalls,
  ...wishCalls,
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
    roles: spender,
    input: z.strictObject({ category: GiftCategory.optional(), ...pageRequest }),
    output: pageOf(MallGift).extend({
      balance: z.int().min(0),
      expiring: AccountView.shape.expiring,
      spendBy: AccountView.shape.spendBy,
    }),
    refusals: ['spending_ended'],
  },
  readGift: {
    kind: 'read',
    roles: spender,
    input: z.strictObject({ giftId: GiftId }),
    output: z.object({
      gift: MallGift,
      balance: z.int().min(0),
      redeemedByMe: z.int().min(0),
      /** Whether it is on my 心愿单. */
      isWished: z.boolean(),
    }),
    refusals: ['gift_not_found', 'spending_ended'],
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
    roles: spender,
    input: z.strictObject({ redemptionId: Id }),
    output: Redemption,
    refusals: ['redemption_not_found'],
  },

  /** A code is shown once; only the request that revealed it gets it again, for a day. */
  revealCode: {
    kind: 'change',
    roles: ['employee', 'alumnus'],
    input: z.strictObject({ redemptionId: Id, requestId: RequestId }),
    output: z.object({ code: z.string().max(60), seenAt: Instant }),
    refusals: ['redemption_not_found', 'redemption_closed', 'code_seen_already', 'gift_codes_missing', 'points_busy'],
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
  /** 兑换码: each new one is a piece; those already known are left out. */
  addGiftCodes: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ giftId: GiftId, codes: z.array(line(60)).min(1).max(200), requestId: RequestId }),
    output: z.object({ gift: ShelfGift, added: z.int().min(0), known: z.int().min(0) }),
    refusals: ['gift_not_found', 'gift_not_by_code'],
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
  ...boardCalls,
});
export type PointsContract = typeof points;
