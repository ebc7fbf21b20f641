import * as z from 'zod';
import { Id, line, paragraph } from '../kernel/scalar';
import { BranchId } from '../people/model';
import { TimeOfDay } from '../today/model';

/** Who does an activity: by role, or one named person whoever starts. */
export const OwnerRole = z.enum([
  'newHire',
  'buddy',
  'manager',
  'it',
  'finance',
  'administration',
  'hr',
  /** One named person. */
  'person',
]);
export type OwnerRole = z.infer<typeof OwnerRole>;

/**
 * What it takes: a tick, a paper of the new hire, an answer in words, a course passed in `training`, words of welcome
 * to the new hire.
 */
export const BoardingKind = z.enum(['tick', 'upload', 'form', 'course', 'greeting']);
export type BoardingKind = z.infer<typeof BoardingKind>;

/** 入职材料. `bankAccount` is a number that is typed, everything else a picture or a PDF. */
export const PaperKind = z.enum(['idCard', 'bankAccount', 'diploma', 'leavingProof', 'photo']);
export type PaperKind = z.infer<typeof PaperKind>;

/** Names an activity inside a template and its runs; never given to another one again. */
export const ActivityKey = z.string().regex(/^[a-z0-9-]{1,24}$/);
export type ActivityKey = z.infer<typeof ActivityKey>;

export const mostActivities = 40;

/** 入职任务 as a template names it. */
export const TemplateActivity = z.strictObject({
  key: ActivityKey,
  title: line(30),
  about: paragraph(200),
  owner: OwnerRole,
  /** Whose it is when `owner` is `person`; null otherwise. */
  ownerPersonId: Id.nullable(),
  /** When it can begin, counted from the first day: −7 is a week before, 0 the day itself. */
  dayOffset: z.int().min(-60).max(180),
  /** Due so many days after it can begin; moved to the next workday. */
  durationDays: z.int().min(0).max(90),
  isRequired: z.boolean(),
  kind: BoardingKind,
  /** With `upload`; null otherwise. */
  paper: PaperKind.nullable(),
  /** With `course`; null otherwise. */
  courseId: Id.nullable(),
  /** Only once these are closed. */
  dependsOn: z.array(ActivityKey).max(5),
  /** Somebody who returns has it still, so that it is skipped for them. */
  staysValid: z.boolean(),
});
export type TemplateActivity = z.infer<typeof TemplateActivity>;

/** 入职第一天: where, when, what to bring, whom to ask for. */
export const FirstDay = z.strictObject({
  place: line(60),
  time: TimeOfDay,
  bring: z.array(line(30)).max(8),
  askFor: line(30),
});
export type FirstDay = z.infer<typeof FirstDay>;

/** What HR writes. Null means: for all of them. */
export const templateTerms = {
  name: line(30),
  position: line(60).nullable(),
  departmentName: line(60).nullable(),
  branchId: BranchId.nullable(),
  /** What the team says to somebody who comes. */
  welcome: paragraph(300, 1),
  firstDay: FirstDay,
  activities: z.array(TemplateActivity).min(1).max(mostActivities),
};

/** 入职模板. */
export const OnboardingTemplate = z.object({
  _id: Id,
  ...templateTerms,
  /** Counts the changes from 1; a run keeps the one it was copied from. */
  version: z.int().min(1),
});
export type OnboardingTemplate = z.infer<typeof OnboardingTemplate>;

/** Why a template was chosen: what of the person it names. Nothing: it is for everybody. */
export const MatchReason = z.enum(['position', 'department', 'branch']);
export type MatchReason = z.infer<typeof MatchReason>;
