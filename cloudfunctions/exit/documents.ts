import { createHash } from 'node:crypto';
import type { AlumniConsents } from '../../shared/exit/alumni';
import type { Improvement, ShownLeavings } from '../../shared/exit/analysis';
import type { ExitOutcome, InterviewState, Likelihood } from '../../shared/exit/interview';
import type { PaperKind, PaperState } from '../../shared/exit/papers';
import type { ReasonList } from '../../shared/exit/reasons';
import type { Day, Instant } from '../../shared/kernel/scalar';
import type { LeavingKind } from '../../shared/offboarding/separation';

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
  /** Since when the leaver has to be asked to stay in touch; null when that is done, or nobody has to be. */
  pendingSince: Instant | null;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The same words mean the same, however they are spaced or capitalised. */
export const wordsKeyOf = (words: string) => `w-${shortHash(words.trim().replace(/\s+/g, ' ').toLowerCase())}`;

/** An entry of the list of reasons, group or reason, by its words and where it stands. */
export const reasonIdOf = (words: string, under: string) => `${under ? 'r' : 'g'}-${shortHash(`${under}:${words}`)}`;

/** Whose lists HR's task about a document is on. `key` says with what words; empty while it is being put. */
export interface Desk {
  key: string;
  personIds: string[];
}

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
  /** When it was held or cancelled, or from when on a talk counts for another leaving; null while it is open. */
  settledAt: Instant | null;
  /** The fact that opened it last. */
  factId: string;
  version: number;
  /** The last changes, so that their repeats are known. */
  requestIds: string[];
  /** Last day and id: the order of the list. */
  sort: string;
  /** HR's task; null where there is none. */
  desk: Desk | null;
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
  /** The picture of the seal on that day; null where there was none. */
  sealFileId: string | null;
}

/** 公司印章. There is one; its earlier pictures stay for the papers that were issued with them. */
export interface StoredSeal {
  _id: typeof onlySealId;
  fileId: string | null;
  changedById: string;
  changedBy: string;
  changedAt: Instant;
  /** The last change, so that its repeat is known. */
  requestId: string;
}
export const onlySealId = 'company';

/** 证明. `_id` follows from person and request, or from the employment for what offboarding asks for. */
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
  /** HR's task; null where there is none. */
  desk: Desk | null;
  /** Since when its owner has to be told, or HR's task put or cleared; null when all is done. */
  pendingSince: Instant | null;
}

export const paperIdOf = (personId: string, requestId: string) => `c-${shortHash(`${personId}:${requestId}`)}`;
export const leavingPaperIdOf = (employmentId: string) => `c-${shortHash(`leaving:${employmentId}`)}`;

/** Words of rosters' columns of reasons. `_id` follows from the words. */
export interface StoredReasonWords {
  _id: string;
  words: string;
  reasonId: string | null;
  /** Since when leavings have to be brought in line with it; null when they are. */
  pendingSince: Instant | null;
}

/** The board of the whole company (`everywhere`), or of one branch under its id, as it may be shown. */
export interface StoredBoard {
  _id: string;
  shown: ShownLeavings;
  hasUnassigned: boolean;
  /** Which words occur five times or more. */
  frequentWords: string[];
  countedAt: Instant;
}

export const wholeCompany = 'everywhere';

/** What the recount has to know. There is one. */
export interface BoardRun {
  _id: 'board';
  /** Since when leavings were changed that the boards do not count yet; null when they do. */
  staleSince: Instant | null;
  /** Half-years and turnover change with the calendar. */
  countedOn: Day | null;
}

/** Somebody who had an improvement until it was passed on. */
export interface FormerOwner {
  personId: string;
  /** Who works here hears to whom it went. */
  isHere: boolean;
  turn: number;
}

/** 改进 as it is stored. `_id` follows from opener and request. */
export interface StoredImprovement extends Improvement {
  fingerprint: string;
  openedById: string;
  ownerPersonId: string;
  /** How often it was passed on: each owner hears of it once. */
  turn: number;
  /** Who had it before and may have it on their 今天 still. */
  formerOwners: FormerOwner[];
  version: number;
  /** The last reports, so that their repeats are known. */
  requestIds: string[];
  sort: string;
  /** Since when somebody has to be told, or the owner's task put or cleared; null when that is done. */
  pendingSince: Instant | null;
}

export const improvementIdOf = (personId: string, requestId: string) => `i-${shortHash(`${personId}:${requestId}`)}`;
export const fingerprintOf = (content: object) => shortHash(JSON.stringify(content));

/** 校友档案: what somebody who left wants to share. `_id` is the person's. */
export interface StoredAlumnus {
  _id: string;
  personName: string;
  branchId: string;
  departmentName: string;
  position: string;
  consents: AlumniConsents;
  /** 联系方式, sealed; null where none was given. */
  contact: string | null;
  nowDoing: string;
  wouldReturn: Likelihood | null;
  expertIn: string[];
  isCore: boolean;
  /** Whether anything was consented to: only then HR sees it. */
  isListed: boolean;
  savedAt: Instant;
  requestIds: string[];
  sort: string;
}
