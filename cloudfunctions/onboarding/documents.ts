import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../shared/kernel/scalar';
import type {
  BoardingState,
  Greeting,
  ProfileCard,
  RunState,
  SinceLeft,
  ThirtyDayCheck,
} from '../../shared/onboarding/run';
import type {
  FirstDay,
  MatchReason,
  OnboardingTemplate,
  PaperKind,
  TemplateActivity,
} from '../../shared/onboarding/template';

/** 入职模板 as stored; `_id` follows from whom it is for, so that there is one for each. */
export interface StoredTemplate extends OnboardingTemplate {
  isRetired: boolean;
  /** The request that wrote it last, so that its repeat is known. */
  requestId: string;
  /** The order of the list. */
  sort: string;
}

/** Who has a part in a run. */
export interface Named {
  personId: string;
  name: string;
}

/** 入职任务 of a run: a copy of the template's, with days and a person. */
export interface StoredActivity extends Omit<TemplateActivity, 'staysValid'> {
  ownerPersonId: string;
  ownerName: string;
  startsOn: Day;
  dueOn: Day;
  state: BoardingState;
  /** When it was closed, by whom; null while it is open. */
  closedAt: Instant | null;
  closedById: string | null;
  words: string;
}

/** Something that a person is to be told in 消息, once; as it was typed, made to fit when it is sent. */
export interface PendingNotice {
  factId: string;
  personIds: string[];
  title: string;
  line: string;
  page: string;
}

/**
 * 入职流程 of one employment. Everything about it stands in this one document, so that a change is one conditional
 * update; what others have to hear of it is written in the same stroke (ADR 0003).
 */
export interface StoredRun {
  _id: string;
  personId: string;
  employmentId: string;
  name: string;
  departmentId: string;
  departmentName: string;
  position: string;
  branchId: string;
  stint: number;
  startsOn: Day;
  state: RunState;
  cancelReason: string | null;
  templateId: string;
  templateName: string;
  templateVersion: number;
  why: MatchReason[];
  buddy: Named;
  manager: Named;
  /** HR who began it: hears what is stuck. */
  startedBy: Named;
  welcome: string;
  firstDay: FirstDay;
  activities: StoredActivity[];
  greetings: Greeting[];
  check: ThirtyDayCheck | null;
  sinceLeft: SinceLeft | null;

  // what lists ask for, worked out from the above with every change
  /** Not over: one value, so that a page of the board is one walk along an index. */
  isOpen: boolean;
  doneCount: number;
  totalCount: number;
  stuckCount: number;
  /** The earliest due day of what is open and required; `9999-12-31` when nothing is. */
  openDueOn: Day;
  /** What is stuck, else most overdue. */
  trouble: { title: string; ownerName: string; words: string } | null;
  /** Days from when it could begin to when it was done, by title. */
  took: { title: string; days: number }[];
  /** Whoever has a part in it, and whoever has something to do in it now. */
  memberIds: string[];
  openOwnerIds: string[];
  /** First day and id: the order of every list. */
  sort: string;

  version: number;
  /** The last requests that changed it. */
  requestIds: string[];
  /** Since when something is on its way to others; null when all has arrived. */
  pendingSince: Instant | null;
  /** Whose list of tasks may have become another. */
  listsOf: string[];
  notices: PendingNotice[];
  /** Courses in which the new hire is still to be enrolled. */
  courseIds: string[];
  /** When the run does something by itself next; null when it does not any more. */
  wakeAt: Instant | null;
}

/** 入职材料. `_id` is run and kind. The number is sealed, the file is private and goes on `deleteOn`. */
export interface StoredPaper {
  _id: string;
  runId: string;
  personId: string;
  kind: PaperKind;
  fileId: string | null;
  /** Sealed; null for a file. */
  typed: string | null;
  ending: string | null;
  requestId: string;
  handedAt: Instant;
  deleteOn: Day;
  /** Files that another one replaced, still to be removed. */
  staleFileIds: string[];
  /** Taken back: goes with its files. */
  isGone: boolean;
  /** Since when the run does not yet say what the papers say; null when it does. */
  pendingSince: Instant | null;
}

/** 认识我. `_id` is the person. */
export interface StoredCard extends Omit<ProfileCard, 'personId'> {
  _id: string;
  runId: string;
  departmentId: string;
  /** Not shown any more from this day on. */
  shownUntil: Day;
  requestId: string;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const runIdOf = (employmentId: string) => `r-${employmentId}`;
export const paperIdOf = (runId: string, kind: PaperKind) => `${runId}.${kind}`;
/** One template for one choice of position, department and branch. */
export const templateIdOf = (position: string | null, departmentName: string | null, branchId: string | null) =>
  `t-${shortHash(JSON.stringify([position, departmentName, branchId]))}`;
