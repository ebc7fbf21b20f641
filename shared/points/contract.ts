import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { FileId, Id, line, Points, paragraph, RequestId } from '../kernel/scalar';
import { PersonJoined } from '../people/facts';
import { AccountView, GiftId, GiftView, PointLedgerEntry, Redemption, RedemptionState } from './model';

const staff = ['employee'] as const;
/** What is mine I may read before my first day and after my last one. */
const owner = ['newHire', 'employee', 'alumnus'] as const;
const hr = ['hr', 'branchHr'] as const;

export const points = contract({
  readAccount: { kind: 'read', roles: owner, input: z.strictObject({}), output: AccountView, refusals: [] },
  /** 签到: once a day in Asia/Shanghai. */
  checkIn: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ requestId: RequestId }),
    output: z.object({ gained: Points, account: AccountView }),
    refusals: ['checked_in_already', 'points_busy', 'request_id_reused'],
  },
  listLedger: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(PointLedgerEntry),
    refusals: [],
  },

  // 积分商城
  listGifts: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(GiftView),
    refusals: [],
  },
  readGift: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ giftId: GiftId }),
    output: z.object({ gift: GiftView, balance: z.int().min(0), redeemedByMe: z.int().min(0) }),
    refusals: ['gift_not_found'],
  },
  redeemGift: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ giftId: GiftId, requestId: RequestId }),
    output: z.object({ redemption: Redemption, balance: z.int().min(0) }),
    refusals: [
      'gift_not_found',
      'gift_sold_out',
      'gift_limit_reached',
      'gift_changed',
      'points_not_enough',
      'points_busy',
      'request_id_reused',
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
    output: pageOf(GiftView),
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
      perPersonLimit: z.int().min(1).max(1000).nullable(),
      /** Uploaded by the phone to `gifts/<requestId>.png|jpg`, at most 1 MB. */
      pictureFileId: FileId.nullable(),
      requestId: RequestId,
    }),
    output: GiftView,
    refusals: ['gift_picture_unusable', 'request_id_reused'],
  },
  restockGift: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ giftId: GiftId, pieces: z.int().min(1).max(10_000), requestId: RequestId }),
    output: GiftView,
    refusals: ['gift_not_found', 'gift_stock_full', 'request_id_reused'],
  },
  /** 下架: no new redemptions; what is reserved stays. */
  withdrawGift: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ giftId: GiftId, requestId: RequestId }),
    output: GiftView,
    refusals: ['gift_not_found'],
  },
  listRedemptions: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ state: RedemptionState, ...pageRequest }),
    output: pageOf(Redemption),
    refusals: [],
  },
  fulfilRedemption: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ redemptionId: Id, requestId: RequestId }),
    output: Redemption,
    refusals: ['redemption_not_found', 'redemption_closed'],
  },
  cancelRedemption: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ redemptionId: Id, reason: line(200), requestId: RequestId }),
    output: Redemption,
    refusals: ['redemption_not_found', 'redemption_closed'],
  },

  /** How people's facts arrive: at least once, the fact's id is the key. */
  welcomePerson: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ fact: PersonJoined, requestId: RequestId }),
    output: z.object({}),
    refusals: ['points_busy'],
  },
});
export type PointsContract = typeof points;
