import * as z from 'zod';
import { Block } from '../community/article';
import { Day, FileId, Id, Instant } from '../kernel/scalar';
import { CourseState, courseLimits, DoneRule, ExamTerms, LessonHead, LessonKind, Lock } from './course';
import { CourseFeedback, smallestGroup } from './course-feedback';
import { AskedQuestion, questionLimits, ReviewedQuestion } from './question';

/** `assigned`: not begun. `learning`: begun, on one version of the course. `passed`: done, for good. */
export const LearningState = z.enum(['assigned', 'learning', 'passed']);
export type LearningState = z.infer<typeof LearningState>;

/** Seconds that an answer may come after the time is up: the way from the phone to the cloud. */
export const graceSeconds = 5;
/** A person's courses under way or passed. */
export const mostLearnings = 100;

/** A course in a learner's list. */
export const LearningLine = z.object({
  courseId: Id,
  title: z.string().max(40),
  state: LearningState.nullable(),
  /** 0 to 100. */
  progressPercent: z.int().min(0).max(100),
  /** 0 until passed, then 1 to 3. */
  stars: z.int().min(0).max(3),
  /** The day by which it has to be passed; null when nobody asks. */
  dueOn: Day.nullable(),
  passedAt: Instant.nullable(),
  locks: z.array(Lock).max(courseLimits.prerequisites + 10),
});
export type LearningLine = z.infer<typeof LearningLine>;

/** Why the exam cannot be begun now; null when it can. */
export const ExamHindrance = z.enum(['lessonsOpen', 'waiting', 'attemptsUsed', 'passed']);
export type ExamHindrance = z.infer<typeof ExamHindrance>;

export const ExamStand = z.object({
  terms: ExamTerms,
  attemptsUsed: z.int().min(0),
  bestPercent: z.int().min(0).max(100).nullable(),
  /** One that is under way. */
  openAttemptId: Id.nullable(),
  lastAttemptId: Id.nullable(),
  hindrance: ExamHindrance.nullable(),
  waitsUntil: Instant.nullable(),
});
export type ExamStand = z.infer<typeof ExamStand>;

/** 课程 as a learner sees it. */
export const CourseView = LearningLine.extend({
  about: z.string().max(500),
  skills: z.array(z.string().max(20)).max(courseLimits.skills),
  courseState: CourseState,
  /** Mine, once I completed it. */
  feedback: CourseFeedback.nullable(),
  chapters: z
    .array(
      z.object({
        chapterId: Id,
        title: z.string().max(40),
        lessons: z
          .array(LessonHead.extend({ isDone: z.boolean(), percent: z.int().min(0).max(100).nullable() }))
          .max(courseLimits.lessons),
      }),
    )
    .max(courseLimits.chapters),
  exam: ExamStand.nullable(),
});
export type CourseView = z.infer<typeof CourseView>;

/** What a learner sees of a lesson: no keys. */
export const LessonView = z.object({
  courseId: Id,
  lessonId: Id,
  title: z.string().max(40),
  kind: LessonKind,
  done: DoneRule,
  isDone: z.boolean(),
  /** How long it still has to stay open before it may be finished, by the cloud's clock; 0 where nothing has to. */
  secondsLeft: z.int().min(0).max(3600),
  blocks: z.array(Block).max(courseLimits.blocks),
  fileIds: z.array(FileId).max(courseLimits.slides),
  /** Temporary addresses by file id. */
  fileUrls: z.record(z.string(), z.string()),
  address: z.string().max(300),
  about: z.string().max(300),
  questions: z.array(AskedQuestion).max(questionLimits.quiz),
  /** The lesson after this one; null on the last. */
  nextLessonId: Id.nullable(),
});
export type LessonView = z.infer<typeof LessonView>;

/** What a change says about the course afterwards. */
export const LearningStand = z.object({
  progressPercent: z.int().min(0).max(100),
  state: LearningState,
  stars: z.int().min(0).max(3),
  /** Everything but the exam is done. */
  isReadyForExam: z.boolean(),
});
export type LearningStand = z.infer<typeof LearningStand>;

/** `open`: can be answered. `closed`: handed in or out of time, about to be judged. `judged`: for good. */
export const AttemptState = z.enum(['open', 'closed', 'judged']);
export type AttemptState = z.infer<typeof AttemptState>;

/** 一次考试 as who sits it sees it. */
export const AttemptView = z.object({
  attemptId: Id,
  courseId: Id,
  title: z.string().max(40),
  number: z.int().min(1),
  state: AttemptState,
  startedAt: Instant,
  deadlineAt: Instant,
  /** By the cloud's clock: what the phone counts down from. */
  millisLeft: z.int().min(0),
  questions: z.array(AskedQuestion).max(100),
  /** By place of the question; null where nothing is answered yet. */
  answers: z
    .array(z.object({ picks: z.array(z.int()).max(questionLimits.options), words: z.string().max(60) }).nullable())
    .max(100),
  passPercent: z.int(),
  percent: z.int().min(0).max(100).nullable(),
  isPassed: z.boolean().nullable(),
  /** Temporary addresses of the questions' pictures, by file id. */
  pictureUrls: z.record(z.string(), z.string()),
  /** After judging only. */
  review: z.array(ReviewedQuestion).max(100),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** 关卡 on the map. */
export const StageView = z.object({
  stageId: Id,
  title: z.string().max(20),
  culture: z.string().max(200),
  badge: z.string().max(10),
  state: z.enum(['passed', 'open', 'locked']),
  stars: z.int().min(0),
  mostStars: z.int().min(0),
  courses: z.array(LearningLine).max(6),
});
export type StageView = z.infer<typeof StageView>;

/** A goal of many: how far a group has come together. Never shown for fewer than `smallestGroup`. */
export const SharedGoal = z.object({
  group: z.string().max(60),
  finished: z.int().min(0),
  of: z.int().min(smallestGroup),
  title: z.string().max(40),
});
export type SharedGoal = z.infer<typeof SharedGoal>;

export const PathView = z.object({
  pathId: Id,
  title: z.string().max(30),
  story: z.string().max(300),
  stages: z.array(StageView).max(12),
});
export type PathView = z.infer<typeof PathView>;

/** 成长 of one person. */
export const Growth = z.object({
  paths: z.array(PathView).max(5),
  /** With a day, the soonest first; then those under way; then passed. */
  courses: z.array(LearningLine).max(mostLearnings),
  /** Days in a row, up to today or yesterday, on which something was finished. */
  streakDays: z.int().min(0),
  learnedDays: z.int().min(0),
});
export type Growth = z.infer<typeof Growth>;

/** How far somebody is with a course; for our own functions. */
export const Standing = z.object({
  personId: Id,
  courseId: Id,
  state: LearningState.nullable(),
  progressPercent: z.int().min(0).max(100),
  passedAt: Instant.nullable(),
  dueOn: Day.nullable(),
});
export type Standing = z.infer<typeof Standing>;

/** A course that somebody has to pass by a day. */
export const RequiredCourse = z.object({
  courseId: Id,
  title: z.string().max(40),
  state: LearningState,
  /** 0 to 100. */
  progressPercent: z.int().min(0).max(100),
  dueOn: Day,
});
export type RequiredCourse = z.infer<typeof RequiredCourse>;

/** As many of the courses that were published anew as are looked for. */
export const mostRenewed = 50;

/** A course that somebody passed and that says something else by now. */
export const RenewedCourse = z.object({ courseId: Id, title: z.string().max(40), passedAt: Instant });
export type RenewedCourse = z.infer<typeof RenewedCourse>;

/** A learner in HR's list, or in the list of whoever was asked to look after them. */
export const LearnerLine = z.object({
  personId: Id,
  name: z.string().max(40),
  departmentName: z.string().max(60),
  courseId: Id,
  title: z.string().max(40),
  state: LearningState,
  progressPercent: z.int().min(0).max(100),
  dueOn: Day.nullable(),
  passedAt: Instant.nullable(),
  bestPercent: z.int().min(0).max(100).nullable(),
});
export type LearnerLine = z.infer<typeof LearnerLine>;
