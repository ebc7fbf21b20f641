import { createHash } from 'node:crypto';
import type { LeavingKind } from '../../shared/exit/facts';
import type { ExitOutcome, InterviewState, Likelihood } from '../../shared/exit/interview';
import type { PaperKind, PaperState } from '../../shared/exit/papers';
import type { ReasonList } from '../../shared/exit/reasons';
import type { Day, Instant } from '../../shared/kernel/scalar';

/** There is one. */
export const reasonListId = 'reasons';

export type StoredReasonList = ReasonList & {
  _id: typeof reasonListId;
  /** The last change, so that its repeat is known. */
  requestId: string;
  changedById: string;
};

/** One ended employment as it is analysed. `_id` is the employment's. */
export interface StoredLeaving {
  _id: string;
  personId: string;
  personName: string;
  branchId: string;
  departmentId: string;
  departmentName: string;
  position: string;
  dateOfJoining: Day | null;
  relievingDate: Day | null;
  /** Null for those of the past, of whom only the roster tells. */
  kind: LeavingKind | null;
  /** The roster's own words, and their key in `exitReasonWords`; null where it says nothing. */
  words: string | null;
  wordsKey: string | null;
  /** What counts as the reason: the leaver's own choice, or what HR says that the roster's words mean. */
  reasonId: string | null;
  reasonFrom: 'leaver' | 'words';
  /** 直属上级's view of the reason. */
  managerReasonId: string | null;
  /** The fact that brought it, or null when the roster did. */
  factId: string | null;
  notedAt: Instant;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The same words mean the same, however they are spaced or capitalised. */
export const wordsKeyOf = (words: string) => `w-${shortHash(words.trim().replace(/\s+/g, ' ').toLowerCase())}`;

/** An entry of the list of reasons, group or reason, by its words and where it stands. */
export const reasonIdOf = (words: string, under: string) => `${under ? 'r' : 'g'}-${shortHash(`${under}:${words}`)}`;

/** The leaver's form as stored: choices in the clear, words sealed in one envelope. */
export interface StoredForm {
  reasonIds: string[];
  wouldReturn: Likelihood | null;
  wouldRecommend: number | null;
  /** `story`, `suggestions` and `plans` as one sealed JSON. */
  words: string;
  savedAt: Instant;
}

/** 离职面谈. `_id` is the employment's: one for each. */
export interface StoredInterview {
  _id: string;
  personId: string;
  personName: string;
  branchId: string;
  departmentId: string;
  departmentName: string;
  position: string;
  managerPersonId: string | null;
  kind: LeavingKind;
  lastDay: Day;
  /** The leaver's reason in the resignation; null where none was chosen. */
  reasonId: string | null;
  state: InterviewState;
  scheduledAt: Instant | null;
  place: string | null;
  interviewerName: string | null;
  invitedAt: Instant | null;
  form: StoredForm | null;
  handedInAt: Instant | null;
  talk: { reasonId: string | null; words: string } | null;
  managerView: { reasonId: string; words: string; at: Instant; byId: string } | null;
  outcome: ExitOutcome | null;
  cancelReason: string | null;
  /** The fact that opened it last. */
  factId: string;
  version: number;
  /** The last changes, so that their repeats are known. */
  requestIds: string[];
  /** Last day and id: the order of the list. */
  sort: string;
  /** Since when somebody has to be told, or a task put or cleared; null when all is done. */
  pendingSince: Instant | null;
}

/** What a paper says, as it was on the day of issue: a later change of the records does not rewrite it. */
export interface PaperFacts {
  companyName: string;
  departmentName: string;
  position: string;
  dateOfJoining: Day | null;
  relievingDate: Day | null;
  /** 月收入 in fen, sealed; null on all other papers. */
  monthlyFen: string | null;
}

/** 证明. `_id` follows from person and request; of the leaving certificate that offboarding asks for, from the employment. */
export interface StoredPaper {
  _id: string;
  personId: string;
  personName: string;
  employmentId: string;
  branchId: string;
  departmentName: string;
  kind: PaperKind;
  state: PaperState;
  purpose: string;
  requestedAt: Instant;
  expectedOn: Day;
  ownerName: string;
  code: string | null;
  facts: PaperFacts | null;
  issuedAt: Instant | null;
  declineReason: string | null;
  /** The request that issued or declined it, so that its repeat is known. */
  closedBy: string | null;
  /** Moment and id: the order of every list. */
  sort: string;
  /** Since when its owner has to be told; null when that is done. */
  pendingSince: Instant | null;
}

export const paperIdOf = (personId: string, requestId: string) => `c-${shortHash(`${personId}:${requestId}`)}`;
export const leavingPaperIdOf = (employmentId: string) => `c-${shortHash(`leaving:${employmentId}`)}`;
