import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { CareId, CareOccasion } from './care';
import { GiftCard, longestCardNumber, mostGiftCards, StockedGiftCard } from './gift-card';

const hr = ['hr'] as const;
const owner = ['employee', 'alumnus'] as const;

const terms = {
  name: line(20),
  valueFen: z.int().min(0).max(1_000_000),
  howTo: paragraph(200),
  lowAt: z.int().min(0).max(1000),
};

/** 发卡记录: whose care card got a number, and whether it was looked at; never the number. */
export const GiftCardDraw = z.object({
  _id: CareId,
  name: z.string().max(40),
  occasion: CareOccasion,
  drawnAt: Instant,
  seenAt: Instant.nullable(),
});
export type GiftCardDraw = z.infer<typeof GiftCardDraw>;

/** 补卡批次: numbers that came in by one request. */
export const GiftCardBatch = z.object({
  _id: Id,
  at: Instant,
  byName: z.string().max(40),
  /** How many HR typed, those that were known already among them. */
  typed: z.int().min(1),
  /** When it was taken back; null while it stands. */
  takenBackAt: Instant.nullable(),
});
export type GiftCardBatch = z.infer<typeof GiftCardBatch>;

/** The calls about 电子礼品卡. */
export const giftCardCalls = {
  listGiftCards: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({}),
    output: z.object({ items: z.array(StockedGiftCard).max(mostGiftCards) }),
    refusals: [],
  },
  addGiftCard: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...terms, requestId: RequestId }),
    output: GiftCard,
    refusals: ['gift_cards_full', 'request_id_reused'],
  },
  changeGiftCard: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      giftCardId: Id,
      ...terms,
      /** The version that HR looked at; somebody else may have been faster. */
      version: z.int().min(0).max(1_000_000),
      requestId: RequestId,
    }),
    output: GiftCard,
    refusals: ['gift_card_changed', 'gift_card_not_found'],
  },
  /** Brings numbers into stock, and at once to those who wait for one. A number that is known is passed over. */
  addGiftCardNumbers: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      giftCardId: Id,
      numbers: z.array(line(longestCardNumber)).min(1).max(200),
      requestId: RequestId,
    }),
    output: z.object({ giftCard: StockedGiftCard, added: z.int().min(0), known: z.int().min(0) }),
    refusals: ['gift_card_batch_taken_back', 'gift_card_not_found'],
  },
  /** 补卡批次 of one kind, latest first. */
  listGiftCardBatches: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ giftCardId: Id, ...pageRequest }),
    output: pageOf(GiftCardBatch),
    refusals: [],
  },
  /** 撤回一批: what nobody has been given leaves the stock for good; what was given stays with its person. */
  takeBackGiftCardNumbers: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ batchId: Id, requestId: RequestId }),
    output: z.object({ giftCard: StockedGiftCard, takenBack: z.int().min(0), kept: z.int().min(0) }),
    refusals: ['gift_card_batch_not_found'],
  },
  /** 计税价值 of the gift cards that came to somebody in a month, in the columns of the mall's file. */
  exportGiftCardValues: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) }),
    output: z.object({
      persons: z.int().min(0),
      totalFen: z.int().min(0),
      /** Cards of which nobody said what they are worth; they are not in the file. */
      withoutValue: z.int().min(0),
      csv: z.string().max(1_000_000),
    }),
    refusals: ['value_sheet_too_long'],
  },
  /** 发卡记录 of one kind, latest first. */
  listGiftCardDraws: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ giftCardId: Id, ...pageRequest }),
    output: pageOf(GiftCardDraw),
    refusals: [],
  },
  /** Shows the number, once; the request that did gets it again for a day, because its answer may have got lost. */
  revealGiftCard: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ careId: CareId, requestId: RequestId }),
    output: z.object({ number: z.string().max(longestCardNumber), seenAt: Instant }),
    refusals: ['care_card_not_found', 'gift_card_owed', 'gift_card_seen_already'],
  },
} as const;
