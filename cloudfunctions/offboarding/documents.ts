import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../shared/kernel/scalar';
import type { GuideSection } from '../../shared/offboarding/guide';
import type {
  ClearanceRow,
  EmployerGround,
  HandoverItem,
  LeavingKind,
  SeparationState,
  Talk,
  Withdrawal,
} from '../../shared/offboarding/separation';
import type { TemplateRow } from '../../shared/offboarding/template';

/** There is one guide, and one template. */
export const onlyId = 'company';

/** 离职指南 as HR wrote it last. */
export interface StoredGuide {
  _id: typeof onlyId;
  version: number;
  sections: GuideSection[];
  changedBy: string;
  requestId: string;
}

/** 手续模板: what a clearance consists of. A clearance that has begun keeps its own rows. */
export interface StoredTemplate {
  _id: typeof onlyId;
  version: number;
  rows: TemplateRow[];
  changedBy: string;
  requestId: string;
}

/** A row of a clearance. Evidence is a file of ours; its address is asked for by who may see it. */
export interface StoredRow extends Omit<ClearanceRow, 'isLate' | 'hasEvidence'> {
  /** Workdays from the last day, negative before it; for what the law counts, calendar days. */
  offsetDays: number;
  evidenceFileId: string | null;
}

/** 离职结算. Amounts are sealed as one text (`SettlementInput`). */
export interface StoredSettlement {
  state: 'drafted' | 'confirmed' | 'paid';
  sealed: string;
  draftedById: string;
  draftedBy: string;
  confirmedById: string | null;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
  paidOn: Day | null;
}

/** 这笔不对. What was asked and answered is sealed: it tells of money. */
export interface StoredQuestion {
  questionId: string;
  /** The line as it was, and the words (`{ line, words }`). */
  sealed: string;
  askedAt: Instant;
  outcome: 'explained' | 'mended' | null;
  sealedAnswer: string | null;
  answeredBy: string | null;
}

/** A task that is on somebody's list because of this leaving. `key` says with what content. */
export interface PutTask {
  taskId: string;
  key: string;
  personIds: string[];
}

/** Where a leaving stands for lists: under way, over but not closed, past. */
export type Shelf = 'running' | 'ended' | 'past';

/**
 * 离职: one leaving of one employment, with everything that happens in it, so that each step is one conditional change
 * on `version`. What has to reach others follows from it (rules/words.ts, rules/tasks.ts) and is recorded in `done`
 * and `tasks`.
 */
export interface StoredSeparation {
  _id: string;
  /** The employment while this leaving is open, else its own id: nobody leaves twice at once. */
  openKey: string;
  employmentId: string;
  personId: string;
  personName: string;
  employeeNumber: string;
  branchId: string;
  departmentName: string;
  position: string;
  managerPersonId: string | null;
  dateOfJoining: Day | null;
  kind: LeavingKind;
  ground: EmployerGround | null;
  /** The last day of a contract that is not renewed. */
  contractEndsOn: Day | null;
  state: SeparationState;
  shelf: Shelf;
  submittedAt: Instant;
  submittedOn: Day;
  /** Null for kinds that the company opens. */
  legalLastDay: Day | null;
  wishedLastDay: Day | null;
  reasonId: string | null;
  /** Sealed: the leaver's own words, and the note that only HR reads. For other kinds the words are HR's. */
  words: string | null;
  note: string | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: string | null;
  lastDay: Day | null;
  /** When the last day was agreed or changed. */
  lastDayAt: Instant | null;
  talk: Talk | null;
  withdrawal: Withdrawal | null;
  interview: 'pending' | 'completed' | 'cancelled';
  rows: StoredRow[];
  handover: HandoverItem[];
  settlement: StoredSettlement | null;
  questions: StoredQuestion[];
  effectiveAt: Instant | null;
  clearedOn: Day | null;
  closedAt: Instant | null;
  /** Owners with something left to do, for their lists. */
  openOwners: string[];
  isLate: boolean;
  /** The month of the last day once there is a statement, `2026-12`: for payroll. */
  settlementMonth: string | null;
  /** Last day, or the one to be expected, and id: the order of every list. */
  sort: string;
  /** The day up to which the calendar was looked at, and the next one on which something happens by date. */
  countedOn: Day;
  turnOn: Day | null;
  /** When this record is deleted; known once somebody has left or stays. */
  keepUntil: Day | null;
  version: number;
  changedAt: Instant;
  requests: { id: string; what: string }[];
  /** What has reached others, by key. */
  done: string[];
  tasks: PutTask[];
  /** Since when something has to reach others; null when everything has. */
  pendingSince: Instant | null;
}

/** What a task says, as one text: another text is put anew. */
export const contentKey = (task: object) =>
  createHash('sha256').update(JSON.stringify(task)).digest('hex').slice(0, 16);

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Follows from who opened it and the request. */
export const separationIdOf = (openedById: string, requestId: string) => `s-${shortHash(`${openedById}:${requestId}`)}`;

export const handoverItemIdOf = (requestId: string) => `h-${shortHash(requestId)}`;

export const questionIdOf = (requestId: string) => `q-${shortHash(requestId)}`;

type SealedField = 'words' | 'note' | 'settlement' | `question.${string}` | `answer.${string}`;

/** Where a sealed text of a leaving lives. */
export const sealedPlace = (id: string, field: SealedField) => ({
  ...{ collection: 'separations', id, field },
});
