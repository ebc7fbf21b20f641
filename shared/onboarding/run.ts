import * as z from 'zod';
import { mostMustReads } from '../community/article';
import { Day, Id, Instant } from '../kernel/scalar';
import { BranchId } from '../people/model';
import { mostLearnings, mostRenewed, RenewedCourse, RequiredCourse } from '../training/learning';
import { ActivityKey, BoardingKind, FirstDay, MatchReason, mostActivities, OwnerRole, PaperKind } from './template';

/** `pending` before the first day, `inProcess` from it on. */
export const RunState = z.enum(['pending', 'inProcess', 'completed', 'cancelled']);
export type RunState = z.infer<typeof RunState>;

export const BoardingState = z.enum(['todo', 'doing', 'stuck', 'done', 'notApplicable']);
export type BoardingState = z.infer<typeof BoardingState>;

/** How far the first month goes, counted from the first day. */
export const monthDays = 30;
/** On these days the buddy hears first what is still open, then the manager, then HR. */
export const reminderDays = [7, 14, 21] as const;
/** The thirty-day check opens so many days before the month is over. */
export const checkLeadDays = 2;

/** 入职任务 of one run, as somebody who may see it sees it. */
export const BoardingActivity = z.object({
  key: ActivityKey,
  title: z.string().max(30),
  about: z.string().max(200),
  owner: OwnerRole,
  ownerPersonId: Id,
  ownerName: z.string().max(40),
  kind: BoardingKind,
  paper: PaperKind.nullable(),
  courseId: Id.nullable(),
  isRequired: z.boolean(),
  startsOn: Day,
  dueOn: Day,
  state: BoardingState,
  closedAt: Instant.nullable(),
  /** Why it is stuck or not applicable, or what was answered. */
  words: z.string().max(300),
  /** The title of what has to be closed before; null when nothing is in the way. */
  waitsFor: z.string().max(30).nullable(),
  /** What this viewer may set it to. */
  may: z.array(BoardingState).max(5),
});
export type BoardingActivity = z.infer<typeof BoardingActivity>;

/** Words from the buddy, the manager or the team to somebody who comes. */
export const Greeting = z.object({
  personId: Id,
  name: z.string().max(40),
  from: z.enum(['buddy', 'manager', 'team']),
  words: z.string().max(200),
  at: Instant,
});
export type Greeting = z.infer<typeof Greeting>;

/** Three questions after a month: 1 (not at all) to 5 (fully), and words; the manager answers. */
export const ThirtyDayCheck = z.object({
  /** 工作和当初说的一样吗 · 知道遇事找谁吗 · 愿意推荐朋友来吗 */
  marks: z.array(z.int().min(1).max(5)).length(3),
  words: z.string().max(500),
  answeredAt: Instant,
  reply: z.string().max(500).nullable(),
  repliedAt: Instant.nullable(),
});
export type ThirtyDayCheck = z.infer<typeof ThirtyDayCheck>;

/** How a run goes: somebody is stuck, something is overdue, or neither. */
export const RunHealth = z.enum(['onTrack', 'late', 'stuck']);
export type RunHealth = z.infer<typeof RunHealth>;

const runHead = {
  _id: Id,
  personId: Id,
  name: z.string().max(40),
  departmentName: z.string().max(60),
  position: z.string().max(60),
  branchId: BranchId,
  startsOn: Day,
  state: RunState,
  /** Of what is required. */
  done: z.int().min(0).max(mostActivities),
  total: z.int().min(0).max(mostActivities),
};

/** A line of HR's board. */
export const RunLine = z.object({
  ...runHead,
  health: RunHealth,
  /** The title and the owner of what is stuck or most overdue; null when all is well. */
  trouble: z
    .object({ title: z.string().max(30), ownerName: z.string().max(40), words: z.string().max(300) })
    .nullable(),
});
export type RunLine = z.infer<typeof RunLine>;

/** What has changed since a colleague who returns had left. */
export const SinceLeft = z.object({
  leftOn: Day,
  fromDepartment: z.string().max(60),
  fromPosition: z.string().max(60),
  /** Activities that are skipped because they are still valid. */
  skipped: z.array(z.string().max(30)).max(mostActivities),
});
export type SinceLeft = z.infer<typeof SinceLeft>;

/**
 * What came between a colleague's last day and their return. Null is what cannot be told: no earlier run to compare
 * with, or another function that does not answer.
 */
export const ChangesSinceLeft = z.object({
  /** Titles of activities that were not there when they came before. */
  activities: z.array(z.string().max(30)).max(mostActivities).nullable(),
  /** Courses they had passed that say something else by now. */
  courses: z.array(RenewedCourse).max(mostRenewed).nullable(),
  /** Must-reads that came out while they were away, the latest first. */
  articles: z
    .array(z.object({ articleId: Id, title: z.string().max(60), publishAt: Instant }))
    .max(mostMustReads)
    .nullable(),
});
export type ChangesSinceLeft = z.infer<typeof ChangesSinceLeft>;

/**
 * Courses that were given beside the template and are due by the end of the first month, the soonest first. Null where
 * training does not answer; empty for who is not to see what somebody learns.
 */
export const RequiredBeside = z.array(RequiredCourse).max(mostLearnings).nullable();

/** 入职流程 as one viewer sees it. */
export const OnboardingRun = z.object({
  ...runHead,
  stint: z.int().min(1),
  today: Day,
  templateName: z.string().max(30),
  templateVersion: z.int().min(1),
  why: z.array(MatchReason).max(3),
  buddyName: z.string().max(40),
  managerName: z.string().max(40),
  firstDay: FirstDay,
  welcome: z.string().max(300),
  greetings: z.array(Greeting).max(30),
  activities: z.array(BoardingActivity).max(mostActivities),
  check: ThirtyDayCheck.nullable(),
  sinceLeft: SinceLeft.nullable(),
  cancelReason: z.string().max(200).nullable(),
  /** What this viewer may do besides the activities. */
  allowed: z
    .array(z.enum(['greet', 'answerCheck', 'replyCheck', 'reassign', 'cancel', 'reapply', 'planFirstDay', 'seePapers']))
    .max(8),
});
export type OnboardingRun = z.infer<typeof OnboardingRun>;

/** One thing of mine in somebody's run. */
export const MyBoardingActivity = BoardingActivity.extend({
  runId: Id,
  newHireName: z.string().max(40),
  newHireDepartment: z.string().max(60),
  firstDayOn: Day,
});
export type MyBoardingActivity = z.infer<typeof MyBoardingActivity>;

/** 认识我: what a new colleague wants the team to know. Shown from the first day, gone when its owner erases it. */
export const ProfileCard = z.object({
  personId: Id,
  name: z.string().max(40),
  departmentName: z.string().max(60),
  position: z.string().max(60),
  /** In a sentence. */
  intro: z.string().max(100),
  /** 喜欢聊什么 */
  likes: z.string().max(100),
  /** 可以找我帮忙的事 */
  askMe: z.string().max(100),
  shownFrom: Day,
});
export type ProfileCard = z.infer<typeof ProfileCard>;

/** A paper as its owner or HR sees it. */
export const HandedPaper = z.object({
  kind: PaperKind,
  handedAt: Instant,
  /** Removed by itself on this day. */
  deleteOn: Day,
  /** The last four digits of what was typed; null for a file. */
  ending: z.string().max(4).nullable(),
});
export type HandedPaper = z.infer<typeof HandedPaper>;

/** How the runs go altogether. */
export const BoardFigures = z.object({
  open: z.int().min(0),
  onTrack: z.int().min(0),
  late: z.int().min(0),
  stuck: z.int().min(0),
  completed: z.int().min(0),
  /** Of what is required in all open and completed runs, 0 to 100; null without any. */
  completionPercent: z.int().min(0).max(100).nullable(),
  /** What takes longest from when it can begin to when it is done: the mean in days, the slowest first. */
  slowest: z.array(z.object({ title: z.string().max(30), meanDays: z.number().min(0), count: z.int().min(1) })).max(5),
  departments: z.array(z.object({ departmentId: Id, name: z.string().max(60) })).max(100),
  /** So many of the newest runs were counted, and there may be older ones; null when all were. */
  newestOnly: z.int().min(1).nullable(),
});
export type BoardFigures = z.infer<typeof BoardFigures>;
