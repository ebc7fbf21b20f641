import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line, Points, RequestId } from '../kernel/scalar';
import {
  BoardThresholds,
  BookedLine,
  CaseOutcome,
  CaseState,
  FindingId,
  InflationBoard,
  IssueSource,
  PointCase,
  PointFinding,
  PriceTrial,
  RuleTrial,
  ValueSheet,
} from './board';
import { EntryId, GiftId, LedgerEntryView, Month } from './model';
import { RuleKey, RuleTerms } from './rules';

const owner = ['newHire', 'employee', 'alumnus'] as const;
const hr = ['hr'] as const;

/** 积分看板, 试算, 值得看一眼, 积分疑问, 计税价值: HR's side of the points economy, and the way to ask about a line. */
export const boardCalls = contract({
  readInflationBoard: { kind: 'read', roles: hr, input: z.strictObject({}), output: InflationBoard, refusals: [] },
  /** The lines behind a bar: everything booked from one day to another, the latest first. */
  listBookedLines: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ from: Day, until: Day, source: IssueSource.nullable(), ...pageRequest }),
    output: pageOf(BookedLine),
    refusals: [],
  },
  changeBoardThresholds: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ thresholds: BoardThresholds, tellsMe: z.boolean(), requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },

  /** 试算: begins to replay everybody's last 90 days under other terms. Changes no rule and no points. */
  tryRule: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ key: RuleKey, terms: RuleTerms, requestId: RequestId }),
    output: RuleTrial,
    refusals: ['request_id_reused'],
  },
  /** Replays some more people. The minute timer goes on with it when the phone does not. */
  advanceRuleTrial: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ trialId: Id, requestId: RequestId }),
    output: RuleTrial,
    refusals: ['trial_not_found'],
  },
  readRuleTrial: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ trialId: Id }),
    output: RuleTrial,
    refusals: ['trial_not_found'],
  },
  tryGiftPrice: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ giftId: GiftId, costPoints: Points.min(1) }),
    output: PriceTrial,
    refusals: ['gift_not_found'],
  },

  listFindings: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ state: z.enum(['open', 'lookedAt']), ...pageRequest }),
    output: pageOf(PointFinding),
    refusals: [],
  },
  /** 已看过, with a note. Nothing else follows from a finding. */
  noteFinding: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ findingId: FindingId, note: line(200), requestId: RequestId }),
    output: PointFinding,
    refusals: ['finding_closed', 'finding_not_found', 'finding_about_oneself'],
  },

  /** 这笔不对: one case an entry, three open ones a person. */
  askAboutEntry: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ entryId: EntryId, question: line(200), requestId: RequestId }),
    output: PointCase,
    refusals: ['case_asked_already', 'cases_open_too_many', 'entry_not_found'],
  },
  /** A line of one's own ledger, and what one asked about it. */
  readMyEntry: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ entryId: EntryId }),
    output: z.object({ entry: LedgerEntryView, pointCase: PointCase.nullable() }),
    refusals: ['entry_not_found'],
  },
  listPointCases: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ state: CaseState.exclude(['answering']), ...pageRequest }),
    output: pageOf(PointCase),
    refusals: [],
  },
  /** Answers a case; with `voided` the entry is taken back, with `corrected` so many points are given or taken. */
  answerPointCase: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      caseId: Id,
      outcome: CaseOutcome,
      /** With `corrected` only. */
      points: z.int().min(-100_000).max(100_000).nullable(),
      answer: line(200),
      requestId: RequestId,
    }),
    output: PointCase,
    refusals: [
      'case_answered',
      'case_not_found',
      'case_points_missing',
      'entry_not_voidable',
      'entry_voided_already',
      'own_account_kept',
      'points_busy',
      'points_not_enough',
    ],
  },

  /** 计税价值 of what was handed out in a month, one row a person. */
  exportRedemptionValues: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ month: Month }),
    output: ValueSheet,
    refusals: ['value_sheet_too_long'],
  },
});
