import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, FileId, Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { RetirementWay } from '../people/leavers';
import { Guide, mostSections } from './guide';
import { LeavingDetail } from './leaving-detail';
import { EmployerGround, Fen, LeavingKind, LeavingLine, mostRows, RowKind, RowOwner } from './separation';
import { settlementCalls } from './settlement-calls';
import { one, step, stepRefusals } from './step';
import { ClearanceTemplate } from './template';

const hr = ['hr', 'branchHr'] as const;
/** Whoever has something to do with a leaving; which, a rule decides. */
const anybodyHere = ['employee', 'hr', 'branchHr'] as const;

export const offboarding = contract({
  // 离职指南
  /** Before, during and after; nothing about the reader is written. */
  readGuide: {
    kind: 'read',
    roles: ['newHire', 'employee', 'alumnus'],
    input: z.strictObject({}),
    output: Guide,
    refusals: [],
  },
  changeGuide: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      sections: z
        .array(z.strictObject({ title: line(20), text: paragraph(1000, 1) }))
        .min(1)
        .max(mostSections),
      seenVersion: z.int().min(0).max(1_000_000),
      requestId: RequestId,
    }),
    output: Guide,
    refusals: ['guide_changed'],
  },

  // 辞职. A draft stays on the leaver's phone.
  submitResignation: {
    kind: 'change',
    roles: ['employee'],
    input: z.strictObject({
      wishedLastDay: Day.nullable(),
      /** From the list of reasons that `exit` keeps. */
      reasonId: Id.nullable(),
      words: paragraph(500),
      /** For HR alone. */
      note: paragraph(500),
      requestId: RequestId,
    }),
    output: LeavingDetail,
    refusals: ['leaving_open_already', 'last_day_out_of_range', 'wait_and_repeat'],
  },
  /** Until HR acknowledges, or after a talk that kept the person, at once; later by HR's agreement. */
  withdrawResignation: {
    kind: 'change',
    roles: ['employee'],
    input: z.strictObject(step),
    output: LeavingDetail,
    refusals: ['leaving_not_found', 'leaving_step_passed', 'request_id_reused'],
  },
  /** My own leaving, the latest one. */
  readMyLeaving: {
    kind: 'read',
    roles: ['employee', 'alumnus'],
    input: z.strictObject({}),
    output: z.object({ leaving: LeavingDetail.nullable() }),
    refusals: [],
  },

  // HR
  /** What is not the person's own decision. */
  openLeaving: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      employmentId: Id,
      kind: LeavingKind.exclude(['resignation']),
      ground: EmployerGround.nullable(),
      lastDay: Day,
      words: paragraph(500, 1),
      /** 劳动合同法 43: the union hears of it before. */
      isUnionTold: z.boolean(),
      /** 劳动合同法 40: a month's pay instead of thirty days. */
      isPaidInLieu: z.boolean(),
      /** 劳动合同法 44: the last day of the contract, for `contractEnd`. */
      contractEndsOn: Day.nullable(),
      /** By which age, for `retirement`; kept nowhere. */
      retirementWay: RetirementWay.nullable(),
      /** 弹性提前, 特殊工种, or a birthday that 同路 does not know: HR has made sure, and says how in the words. */
      isAgeConfirmed: z.boolean(),
      requestId: RequestId,
    }),
    output: LeavingDetail,
    refusals: [
      'contract_end_wanted',
      'employment_not_found',
      'employment_over',
      'last_day_out_of_range',
      'leaving_ground_wanted',
      'leaving_open_already',
      'own_leaving_kept',
      'retirement_age_unknown',
      'retirement_too_early',
      'retirement_way_wanted',
      'union_not_told',
      'wait_and_repeat',
    ],
  },
  /** 受理. The last day lies between the legal and the wished one. */
  acknowledgeResignation: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...step, lastDay: Day }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'last_day_out_of_range'],
  },
  /** Another last day, as agreed with the leaver. */
  changeLastDay: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...step, lastDay: Day }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'last_day_out_of_range'],
  },
  /** 挽留谈话. Time runs on. */
  openTalk: { kind: 'change', roles: hr, input: z.strictObject(step), output: LeavingDetail, refusals: stepRefusals },
  settleTalk: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...step, outcome: z.enum(['retained', 'confirmed']) }),
    output: LeavingDetail,
    refusals: stepRefusals,
  },
  answerWithdrawal: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...step, answer: z.enum(['agreed', 'declined']), words: paragraph(200) }),
    output: LeavingDetail,
    refusals: stepRefusals,
  },
  /** 离职看板: the next last day first; what is past, the latest first. */
  listLeavings: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ shelf: z.enum(['running', 'ended', 'past']), ...pageRequest }),
    output: pageOf(LeavingLine).extend({ late: z.int().min(0) }),
    refusals: [],
  },
  /** One leaving, as far as it is the reader's business. */
  readLeaving: {
    kind: 'read',
    roles: anybodyHere,
    input: z.strictObject(one),
    output: LeavingDetail,
    refusals: ['leaving_not_found'],
  },

  // 手续
  /** What waits for me in one of my roles, the next last day first. */
  listClearances: {
    kind: 'read',
    roles: anybodyHere,
    input: z.strictObject({ owner: RowOwner, ...pageRequest }),
    output: pageOf(LeavingLine),
    refusals: [],
  },
  settleRow: {
    kind: 'change',
    roles: anybodyHere,
    input: z.strictObject({
      ...step,
      rowId: Id,
      outcome: z.enum(['open', 'stuck', 'done', 'returned', 'costAgreed', 'notNeeded']),
      words: paragraph(200),
      costFen: Fen.nullable(),
      /** A picture that was uploaded for this request. */
      evidenceFileId: FileId.nullable(),
    }),
    output: LeavingDetail,
    refusals: [
      ...stepRefusals,
      'evidence_unusable',
      'handover_unsigned',
      'row_cost_wanted',
      'row_not_found',
      'row_outcome_wrong',
      'row_words_wanted',
      'settlement_paid',
    ],
  },
  addHandoverItem: {
    kind: 'change',
    roles: anybodyHere,
    input: z.strictObject({ ...step, what: line(60), where: paragraph(200), receiverId: Id }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'colleague_not_found', 'handover_full', 'handover_to_leaver', 'wait_and_repeat'],
  },
  /** To another receiver while nobody has signed for it; that it was given stays true. */
  reassignHandoverItem: {
    kind: 'change',
    roles: anybodyHere,
    input: z.strictObject({ ...step, itemId: Id, receiverId: Id }),
    output: LeavingDetail,
    refusals: [
      ...stepRefusals,
      'colleague_not_found',
      'handover_item_not_found',
      'handover_taken',
      'handover_to_leaver',
      'wait_and_repeat',
    ],
  },
  /** While nobody has signed it. */
  removeHandoverItem: {
    kind: 'change',
    roles: anybodyHere,
    input: z.strictObject({ ...step, itemId: Id }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'handover_item_not_found', 'handover_signed'],
  },
  /** The leaver says that it was given, then the receiver that it was taken over. */
  signHandoverItem: {
    kind: 'change',
    roles: anybodyHere,
    input: z.strictObject({ ...step, itemId: Id }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'handover_item_not_found', 'handover_not_given'],
  },

  ...settlementCalls,

  // 手续模板
  readTemplate: { kind: 'read', roles: hr, input: z.strictObject({}), output: ClearanceTemplate, refusals: [] },
  /** For leavings that are acknowledged from now on; those under way keep their rows. */
  changeTemplate: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      rows: z
        .array(
          z.strictObject({ title: line(30), owner: RowOwner, kind: RowKind, offsetDays: z.int().min(-60).max(60) }),
        )
        .min(1)
        .max(mostRows),
      seenVersion: z.int().min(0).max(1_000_000),
      requestId: RequestId,
    }),
    output: ClearanceTemplate,
    refusals: ['clearance_template_changed', 'clearance_template_incomplete'],
  },

  // what exit tells
  /** The exit interview of an employment was held, or will not be. Nothing happens where nobody is leaving. */
  noteInterviewSettled: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      employmentId: Id,
      outcome: z.enum(['completed', 'cancelled']),
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: [],
  },
});
export type OffboardingContract = typeof offboarding;
