import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { roleNames } from '../kernel/role';
import { Day, FileId, Id, Instant, line, RequestId } from '../kernel/scalar';

/** 离职证明 (劳动合同法 50), 在职证明, 收入证明. */
export const PaperKind = z.enum(['leaving', 'employment', 'income']);
export type PaperKind = z.infer<typeof PaperKind>;

export const PaperState = z.enum(['requested', 'issued', 'declined']);
export type PaperState = z.infer<typeof PaperState>;

/** A paper is promised within so many workdays. */
export const promisedWorkdays = 3;
/** What one person may wait for at the same time. */
export const mostWaiting = 5;

/** The number under which anybody who holds the paper can check it: 100 random bits. */
const PaperCode = z.string().regex(/^[A-Z2-7]{20}$/);

/** 证明 as its owner and HR see it. */
export const Paper = z.object({
  _id: Id,
  kind: PaperKind,
  state: PaperState,
  personName: z.string().max(40),
  departmentName: z.string().max(60),
  /** 用途 */
  purpose: z.string().max(40),
  requestedAt: Instant,
  /** When it will be there at the latest. */
  expectedOn: Day,
  /** Who has it now, or who issued or declined it. */
  ownerName: z.string().max(40),
  issuedAt: Instant.nullable(),
  /** Null until it is issued. */
  code: PaperCode.nullable(),
  declineReason: z.string().max(200).nullable(),
});
export type Paper = z.infer<typeof Paper>;

/** What a stranger learns who holds the code: enough to compare with the paper, not enough to know the person. */
export const VerifiedPaper = z.object({
  kind: PaperKind,
  companyName: z.string().max(40),
  /** 王* */
  maskedName: z.string().max(40),
  dateOfJoining: Day.nullable(),
  relievingDate: Day.nullable(),
  issuedOn: Day,
});
export type VerifiedPaper = z.infer<typeof VerifiedPaper>;

const hr = ['hr', 'branchHr'] as const;
const owner = ['employee', 'alumnus'] as const;

/** 公司印章 as HR sees it. */
export const CompanySeal = z.object({
  /** The address of the picture for a while; null where there is none. */
  pictureUrl: z.string().nullable(),
  changedBy: z.string().max(40).nullable(),
  changedAt: Instant.nullable(),
});
export type CompanySeal = z.infer<typeof CompanySeal>;

export const paperCalls = {
  /** 离职证明 on the last day, whatever the clearance says. Offboarding asks for it; a repeat changes nothing. */
  issueLeavingCertificate: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ employmentId: Id, relievingDate: Day, at: Instant, requestId: RequestId }),
    output: z.object({ paperId: Id }),
    refusals: ['wait_and_repeat', 'paper_not_yet'],
  },
  /** 公司印章: the picture that papers are sealed with from now on; null while there is none. */
  readSeal: {
    kind: 'read',
    roles: ['hr'],
    input: z.strictObject({}),
    output: CompanySeal,
    refusals: [],
  },
  /**
   * Another picture that was uploaded for this request, or none. A PNG of at most 200 kB, upright, 100 to 600 dots each
   * way. Papers that were issued keep the seal they were issued with.
   */
  changeSeal: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ fileId: FileId.nullable(), requestId: RequestId }),
    output: CompanySeal,
    refusals: ['seal_unusable'],
  },
  requestPaper: {
    kind: 'change',
    roles: owner,
    input: z.strictObject({ kind: PaperKind, purpose: line(40), requestId: RequestId }),
    output: Paper,
    refusals: ['paper_not_yet', 'paper_only_employed', 'papers_waiting_full', 'request_id_reused', 'wait_and_repeat'],
  },
  /** Mine, the latest first. */
  listMyPapers: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Paper),
    refusals: [],
  },
  /** The paper as a PDF file in base64: made at each opening, kept nowhere. For its owner, and HR in reach. */
  openPaper: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ paperId: Id }),
    output: z.object({ fileName: z.string().max(60), pdf: z.string().max(2_000_000) }),
    refusals: ['paper_not_found', 'wait_and_repeat'],
  },
  /** For HR in reach: the ones that wait longest first. */
  listPaperRequests: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ state: PaperState, ...pageRequest }),
    output: pageOf(Paper),
    refusals: [],
  },
  issuePaper: {
    kind: 'change',
    roles: hr,
    /** 月收入 before tax in fen, for an income certificate only. */
    input: z.strictObject({
      paperId: Id,
      monthlyFen: z.int().min(1).max(100_000_000).nullable(),
      requestId: RequestId,
    }),
    output: Paper,
    refusals: ['paper_not_found', 'paper_closed', 'paper_income_missing', 'wait_and_repeat'],
  },
  declinePaper: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ paperId: Id, reason: line(200), requestId: RequestId }),
    output: Paper,
    refusals: ['paper_not_found', 'paper_closed'],
  },
  /** Whether the company gave out the paper that has this code. For everybody. */
  verifyPaper: {
    kind: 'read',
    roles: roleNames.filter((role) => role !== 'system'),
    input: z.strictObject({ code: PaperCode }),
    output: VerifiedPaper,
    refusals: ['paper_code_unknown'],
  },
} as const satisfies Contract;
