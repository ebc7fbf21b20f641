import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, line, paragraph, RequestId } from '../kernel/scalar';
import { CardDesign, CompanyValue, mostReceivers, ThanksYear, ThankYouCard } from './thanks';

const staff = ['employee'] as const;
/** What was said to me stays mine to read after my last day. */
const owner = ['employee', 'alumnus'] as const;

/** The calls about 感恩卡. */
export const thanksCalls = {
  /** The values that a card can be bound to, and how much there is to give. */
  readThanksSettings: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({}),
    output: z.object({ values: z.array(CompanyValue).max(20) }),
    refusals: [],
  },
  /** HR's words for the values; one that is missing from the list is taken out of use, old cards keep their word. */
  changeCompanyValues: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ names: z.array(line(12)).min(1).max(8), requestId: RequestId }),
    output: z.object({ values: z.array(CompanyValue).max(20) }),
    refusals: [],
  },
  sendThanks: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      toPersonIds: z.array(Id).min(1).max(mostReceivers),
      valueId: Id,
      design: CardDesign,
      words: paragraph(300, 1),
      /** From 可赠积分, to each receiver. */
      pointsEach: z.int().min(0).max(100),
      requestId: RequestId,
    }),
    output: ThankYouCard,
    refusals: [
      'colleague_not_found',
      'thanks_to_oneself',
      'thanks_limit_reached',
      'company_value_not_found',
      'text_refused',
      'giving_not_enough',
      'giving_pair_limit',
      'wait_and_repeat',
      'request_id_reused',
    ],
  },
  /** 感恩墙: newest first. */
  listThanks: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(ThankYouCard),
    refusals: [],
  },
  listMyThanks: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ box: z.enum(['received', 'sent']), ...pageRequest }),
    output: pageOf(ThankYouCard),
    refusals: [],
  },
  /** What colleagues thanked my people for. */
  listTeamThanks: {
    kind: 'read',
    roles: ['manager'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(ThankYouCard),
    refusals: [],
  },
  readThanks: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ cardId: Id }),
    output: ThankYouCard,
    refusals: ['thanks_not_found'],
  },
  readThanksYear: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ year: z.int().min(2000).max(2199) }),
    output: ThanksYear,
    refusals: [],
  },
  /** 助力: a colleague adds points of their own 可赠积分, once a card. */
  boostThanks: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ cardId: Id, pointsEach: z.int().min(1).max(10), requestId: RequestId }),
    output: ThankYouCard,
    refusals: [
      'thanks_not_found',
      'thanks_boosted_already',
      'thanks_boosts_full',
      'thanks_to_oneself',
      'giving_not_enough',
      'giving_pair_limit',
      'wait_and_repeat',
      'request_id_reused',
    ],
  },
  /** 管理: cards that the content check was unsure about. */
  listThanksInReview: {
    kind: 'read',
    roles: ['hr'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(ThankYouCard),
    refusals: [],
  },
  judgeThanks: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      cardId: Id,
      verdict: z.enum(['show', 'takeDown']),
      /** Told to the sender when the card is taken down. */
      reason: line(200).nullable(),
      requestId: RequestId,
    }),
    output: ThankYouCard,
    refusals: ['thanks_not_found', 'reason_missing'],
  },
} as const;
