import * as z from 'zod';
import { Block } from '../community/article';
import { FileId, Id, Instant, line, paragraph } from '../kernel/scalar';
import { Question, questionLimits } from './question';

export const courseLimits = {
  chapters: 12,
  lessons: 40,
  blocks: 40,
  slides: 30,
  prerequisites: 5,
  skills: 10,
} as const;

const Percent = z.int().min(1).max(100);

/**
 * When a lesson is done. `opened`: so many seconds lie between opening and finishing, by the cloud's clock.
 * `confirmed`: the learner says a sentence with a tap. `quizPassed`: so many percent of the questions are right.
 */
export const DoneRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), seconds: z.int().min(0).max(3600) }),
  z.strictObject({ kind: z.literal('confirmed'), words: line(40) }),
  z.strictObject({ kind: z.literal('quizPassed'), passPercent: Percent }),
]);
export type DoneRule = z.infer<typeof DoneRule>;

/** An address outside; it is shown and copied, since a mini program opens no foreign page. */
const WebAddress = z
  .string()
  .max(300)
  .regex(/^https:\/\/[^\s<>"]{4,290}$/);

/** What a lesson is made of. */
export const LessonBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), blocks: z.array(Block).min(1).max(courseLimits.blocks) }),
  z.strictObject({ kind: z.literal('video'), fileId: FileId, about: paragraph(300) }),
  z.strictObject({ kind: z.literal('pdf'), fileId: FileId, about: paragraph(300) }),
  z.strictObject({ kind: z.literal('slides'), fileIds: z.array(FileId).min(1).max(courseLimits.slides) }),
  z.strictObject({ kind: z.literal('link'), address: WebAddress, about: paragraph(300) }),
  z.strictObject({ kind: z.literal('quiz'), questions: z.array(Question).min(1).max(questionLimits.quiz) }),
]);
export type LessonBody = z.infer<typeof LessonBody>;
export const LessonKind = z.enum(['article', 'video', 'pdf', 'slides', 'link', 'quiz']);
export type LessonKind = z.infer<typeof LessonKind>;

/** 课时 as HR writes it. A quiz is done by passing it, everything else is not. */
export const Lesson = z
  .strictObject({ lessonId: Id, title: line(40), minutes: z.int().min(1).max(180), body: LessonBody, done: DoneRule })
  .refine(({ body, done }) => (body.kind === 'quiz') === (done.kind === 'quizPassed'));
export type Lesson = z.infer<typeof Lesson>;

/** What the outline says about a lesson. */
export const LessonHead = z.object({
  lessonId: Id,
  title: z.string().max(40),
  minutes: z.int(),
  kind: LessonKind,
  done: DoneRule,
});
export type LessonHead = z.infer<typeof LessonHead>;

export const Chapter = z.object({
  chapterId: Id,
  title: z.string().max(40),
  lessons: z.array(LessonHead).max(courseLimits.lessons),
});
export type Chapter = z.infer<typeof Chapter>;

/** 考试规则: drawn from the bank of the version, on the cloud's clock. */
export const ExamTerms = z.strictObject({
  questions: z.int().min(1).max(100),
  minutes: z.int().min(1).max(180),
  passPercent: Percent,
  attempts: z.int().min(1).max(20),
  /** Between two attempts. */
  waitHours: z.int().min(0).max(168),
});
export type ExamTerms = z.infer<typeof ExamTerms>;

export const CourseHead = z.strictObject({
  title: line(40),
  about: paragraph(500),
  /** The one branch whose people it is for; null for everybody. */
  branchId: Id.nullable(),
  /** Courses that have to be passed before. */
  prerequisites: z.array(Id).max(courseLimits.prerequisites),
  /** What somebody who passed has shown to know. */
  skills: z.array(line(20)).max(courseLimits.skills),
  exam: ExamTerms.nullable(),
});
export type CourseHead = z.infer<typeof CourseHead>;

/** `draft`: never published. `retired`: nobody new begins; who is under way goes on. */
export const CourseState = z.enum(['draft', 'published', 'retired']);
export type CourseState = z.infer<typeof CourseState>;

/** A course in HR's list. */
export const CourseLine = z.object({
  courseId: Id,
  title: z.string().max(40),
  state: CourseState,
  branchId: Id.nullable(),
  lessons: z.int().min(0),
  questions: z.int().min(0),
  /** The draft has changed since what is published. */
  isAhead: z.boolean(),
  changedAt: Instant,
});
export type CourseLine = z.infer<typeof CourseLine>;

/** What stands in the way: a course that has to be passed before. */
export const Lock = z.object({ courseId: Id, title: z.string().max(40) });
export type Lock = z.infer<typeof Lock>;

/** A course as HR edits it. `draftVersion` goes up by one with every change; a change names the one it was made on. */
export const CourseDraft = CourseLine.extend({
  draftVersion: z.int().min(1),
  head: CourseHead,
  /** The prerequisites by name. */
  locks: z.array(Lock).max(courseLimits.prerequisites),
  chapters: z.array(Chapter).max(courseLimits.chapters),
  bank: z.array(Question).max(questionLimits.bank),
});
export type CourseDraft = z.infer<typeof CourseDraft>;
