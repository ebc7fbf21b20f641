import * as z from 'zod';
import { BylineSettled } from '../community/byline-calls';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import {
  CareAudience,
  CareCard,
  CareId,
  CareOccasion,
  CareRule,
  CareToSign,
  CareWishes,
  longestGatherDays,
  OpenedCareCard,
} from './care';
import { GiftCard, mostGiftCards } from './gift-card';
import { giftCardCalls } from './gift-card-calls';
import { CardDesign } from './thanks';
import { thanksCalls } from './thanks-calls';

const staff = ['employee'] as const;
/** What was said to me stays mine to read after my last day. */
const owner = ['employee', 'alumnus'] as const;

export const recognition = contract({
  ...thanksCalls,
  ...giftCardCalls,

  // 关怀
  listCareRules: {
    kind: 'read',
    roles: ['hr'],
    input: z.strictObject({}),
    output: z.object({
      items: z.array(CareRule).max(10),
      /** What a rule can name. */
      giftCards: z.array(GiftCard.pick({ _id: true, name: true })).max(mostGiftCards),
    }),
    refusals: [],
  },
  changeCareRule: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      occasion: CareOccasion,
      isOn: z.boolean(),
      design: CardDesign,
      words: paragraph(200, 1),
      isRewarded: z.boolean(),
      told: CareAudience,
      gatherDays: z.int().min(0).max(longestGatherDays),
      giftCardId: Id.nullable(),
      /** The version that HR looked at; somebody else may have been faster. */
      version: z.int().min(0).max(1_000_000),
      requestId: RequestId,
    }),
    output: CareRule,
    refusals: ['care_rule_changed', 'care_words_unknown', 'gift_card_not_found'],
  },
  readCareWishes: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({}),
    output: CareWishes,
    refusals: [],
  },
  changeCareWishes: {
    kind: 'change',
    roles: staff,
    input: CareWishes.strict().extend({ requestId: RequestId }),
    output: CareWishes,
    refusals: [],
  },
  /** Cards of my department that wait for signatures. */
  listCareToSign: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({}),
    output: z.object({ items: z.array(CareToSign).max(50) }),
    refusals: ['wait_and_repeat'],
  },
  /** Signs, or changes what I signed with. */
  signCareCard: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ careId: CareId, words: line(60), requestId: RequestId }),
    output: CareToSign,
    refusals: ['care_card_not_found', 'care_card_delivered', 'care_signatures_full', 'text_refused', 'wait_and_repeat'],
  },
  /** Mine, once they are delivered; whoever takes their record away before the first day has none. */
  listMyCare: {
    kind: 'read',
    roles: ['newHire', ...owner],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(CareCard.omit({ signatures: true })),
    refusals: [],
  },
  readCareCard: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ careId: CareId }),
    output: OpenedCareCard,
    refusals: ['care_card_not_found'],
  },
  /** 晋升 and 荣誉: HR says what happened; the card follows from the rule. */
  congratulateColleague: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      personId: Id,
      occasion: z.enum(['promotion', 'honour']),
      title: line(40),
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: ['colleague_not_found', 'care_rule_off', 'care_unwanted', 'wait_and_repeat'],
  },
  /** How `community` tells under what a leaver's cards stand. */
  takeByline: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ fact: BylineSettled, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
  /** How other contexts report what is worth a card: at least once, the fact's id is the key. */
  recordMilestone: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      factId: Id,
      personId: Id,
      occasion: z.enum(['joined', 'trainingPassed']),
      title: line(40),
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: ['wait_and_repeat'],
  },
});
export type RecognitionContract = typeof recognition;
