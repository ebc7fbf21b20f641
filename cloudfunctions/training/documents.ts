import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../shared/kernel/scalar';
import type { Assignment } from '../../shared/training/assignment';
import type { Chapter, CourseHead, CourseState, ExamTerms, Lesson, Lock } from '../../shared/training/course';
import type { CourseFeedback } from '../../shared/training/course-feedback';
import type { AttemptState, LearningState } from '../../shared/training/learning';
import type { Path } from '../../shared/training/path';
import type { Question, QuestionKind, QuizAnswer } from '../../shared/training/question';

/** What a version says, without its lessons and its bank. */
export interface PublishedCourse extends CourseHead {
  version: number;
  chapters: Chapter[];
  /** The prerequisites by name, so that a lock says which course it is about. */
  locks: Lock[];
}

/**
 * 课程: the draft as a whole, and what is published. `_id` follows from author and request. Lessons and bank stand in
 * fields of their own, so that lists and the learner's page never read them.
 */
export interface StoredCourse extends CourseHead {
  _id: string;
  state: CourseState;
  /** The prerequisites by name. */
  locks: Lock[];
  chapters: Chapter[];
  lessons: Lesson[];
  bank: Question[];
  lessonCount: number;
  questionCount: number;
  /** Counts every change; a version bears the number of the draft that it was. */
  draftVersion: number;
  published: PublishedCourse | null;
  createdById: string;
  /** What was asked for, so that a repeat is known from another request under the same id. */
  fingerprint: string;
  /** The requests of the last changes: a repeat is answered, not refused. */
  lastRequestIds: string[];
  changedAt: Instant;
  /** The order of every list: by the moment it was created. */
  sort: string;
}

/** A version: never changed. `_id` is course and version. */
export interface StoredVersion extends PublishedCourse {
  _id: string;
  courseId: string;
}

/** A lesson of a version: never changed. `_id` is course, version and lesson. */
export interface StoredLesson extends Lesson {
  _id: string;
  courseId: string;
  nextLessonId: string | null;
}

/** The bank of a version: never changed. `_id` is course and version. */
export interface StoredPaper {
  _id: string;
  courseId: string;
  bank: Question[];
}

/** What is known of one lesson of one learner. */
export interface LessonFact {
  lessonId: string;
  doneAt: Instant | null;
  /** Of a quiz: the best. */
  percent: number | null;
}

/** A judged attempt. */
export interface ExamFact {
  number: number;
  percent: number;
  isPassed: boolean;
  at: Instant;
}

/** A session of the classroom that was passed for the course. */
export interface SessionFact {
  sessionId: string;
  at: Instant;
}

export interface LearningFacts {
  /** Absent where there was none. */
  sessions?: SessionFact[];
  lessons: LessonFact[];
  exams: ExamFact[];
}

/** Why somebody has a course. The earliest day of all causes holds. */
export interface EnrolmentCause {
  cause: string;
  dueOn: Day | null;
  /** Of HR who assigned it; null where another context asks for it. */
  givenById: string | null;
}

/** A cause that does not hold any more, and never comes back by itself. */
export interface TakenBack {
  cause: string;
  reason: string;
  at: Instant;
  byId: string;
  requestId: string;
}

export type Telling = 'assigned' | 'passed' | 'takenBack' | QuizTelling;
/** A quiz that was passed for the first time, by its lesson. */
export type QuizTelling = `quiz.${string}`;

/**
 * 学习记录: one person and one course; `_id` is both. Facts are collected here; progress, state and stars are worked
 * out from them (rules/progress.ts) and written in the same stroke.
 */
export interface StoredLearning {
  _id: string;
  personId: string;
  courseId: string;
  title: string;
  /** Empty until known: somebody before the first day is met when they begin. */
  name: string;
  departmentName: string;
  branchId: string;
  /** The version that this learner stays with; null until begun. */
  version: number | null;
  /** Courses that have to be passed before this one is begun. */
  requires: Lock[];
  causes: EnrolmentCause[];
  dueOn: Day | null;
  /** What HR assigned and took back, the latest last. */
  takenBack: TakenBack[];
  /** While somebody asks for it: until when, who and what, the order of HR's list. Null when nobody does. */
  wanted: string | null;
  /** Of somebody who has left, as the last walk over the learners found. */
  isGone: boolean;
  facts: LearningFacts;
  /** The lesson that was opened last, and since when it has been the last. */
  opened: { lessonId: string; at: Instant } | null;
  /** The attempt under way. */
  openAttempt: number | null;
  /** `takenBack`: nobody asks for it any more, and it was never begun; as good as not there. */
  state: LearningState | 'takenBack';
  progressPercent: number;
  stars: number;
  startedAt: Instant | null;
  passedAt: Instant | null;
  bestPercent: number | null;
  /** What its learner said about it, and when; null until then. */
  feedback: (CourseFeedback & { requestId: string }) | null;
  feedbackAt: Instant | null;
  /** What others have not been told yet. */
  toTell: Telling[];
  /** When the sweep looks after `toTell`; null when there is nothing. */
  wakeAt: Instant | null;
  /** The day of the next reminder; null when there is none. */
  remindOn: Day | null;
  /** Who was asked to help along. */
  entrustedToId: string | null;
  /** Counts every change of facts, causes and state. */
  factsVersion: number;
  /** Since when, who and what: the order of every list. */
  sort: string;
}

/** A learning that its learner has. */
export type HeldLearning = StoredLearning & { state: LearningState };

/** A question as it was drawn: options shuffled, the key beside them. Never leaves the cloud whole. */
export interface DrawnQuestion {
  questionId: string;
  kind: QuestionKind;
  text: string;
  options: string[];
  /** Places in `options`, for `order` in the right order; empty for `fill`. */
  key: number[];
  accepted: string[];
  explanation: string;
  /** Absent where there is none. */
  picture?: string | undefined;
}

/** 一次考试. `_id` is learner, course and number, so that an attempt is drawn once. */
export interface StoredAttempt {
  _id: string;
  personId: string;
  courseId: string;
  title: string;
  number: number;
  version: number;
  /** What the draw and the shuffle follow from. */
  seed: number;
  drawn: DrawnQuestion[];
  drawnCount: number;
  /** Of the branch of who sits it, for the figures of the branch's HR. */
  branchId: string;
  /** Short enough to be read of hundreds of attempts at once: what was asked, and once judged what was right. */
  drawnIds: string[];
  rightIds: string[];
  /** By place, `a0` and on: one answer is one field, so that keeping it is one conditional update. */
  answers: Record<string, QuizAnswer & { turn: number }>;
  terms: ExamTerms;
  state: AttemptState;
  startedAt: Instant;
  deadlineAt: Instant;
  closedAt: Instant | null;
  percent: number | null;
  isPassed: boolean | null;
  /** When the sweep has to look after it: the end of its time, then until the learner's record knows. */
  wakeAt: Instant | null;
}

export interface StoredPath extends Omit<Path, 'pathId'> {
  _id: string;
  /** Of all stages, for finding the paths that a learner walks on. */
  courseIds: string[];
  titles: Lock[];
  lastRequestIds: string[];
  sort: string;
}

export interface StoredAssignment extends Omit<Assignment, 'assignmentId' | 'isWalking'> {
  _id: string;
  authorId: string;
  /** The branches that the author's rights reach; null for all. */
  branchIds: string[] | null;
  fingerprint: string;
  /** How far it has walked over the colleagues, and since when it walks; null when it has arrived. */
  cursor: string | null;
  walkSince: Instant | null;
  /** The day on which it walks again for those who came since; null when that is over. */
  walkOn: Day | null;
  takenBackById: string | null;
  /** Since when it is being taken back from one learner after the other; null when it is from all. */
  takingBackSince: Instant | null;
  sort: string;
}

/** A walk over all learners, once a day: how far it has come. */
export interface StoredLearnerWalk {
  _id: string;
  on: Day;
  /** The last person that was looked at. */
  cursor: string;
  isWalking: boolean;
}

export const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const courseIdOf = (personId: string, requestId: string) => `c-${shortHash(`${personId}:${requestId}`)}`;
export const pathIdOf = (personId: string, requestId: string) => `w-${shortHash(`${personId}:${requestId}`)}`;
export const assignmentIdOf = (personId: string, requestId: string) => `g-${shortHash(`${personId}:${requestId}`)}`;
/** Of an imported question: after what it asks. */
export const questionIdOf = (identity: string) => `q-${shortHash(identity)}`;
/** Short enough for an `Id`, whatever the person's is. */
export const attemptIdOf = (personId: string, courseId: string, number: number) =>
  `x-${shortHash(`${personId}:${courseId}`)}.${number}`;
export const fingerprintOf = (content: object) => shortHash(JSON.stringify(content));
