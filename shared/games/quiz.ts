import * as z from 'zod';
import { Id, Instant, line, paragraph } from '../kernel/scalar';
import { AskedQuestion, questionLimits, SingleQuestion, TrueFalseQuestion } from '../training/question';

/** Questions of one quiz. */
export const quizLimits = { fewestQuestions: 3, mostQuestions: 20, bands: 5, mostDays: 60, mostPoints: 200 } as const;

/** What went wrong for everybody is told of so many people at least, so that it is nobody's. */
export const smallestCrowd = 5;

/** 节日题目: one right answer, and why. */
export const QuizQuestion = z
  .discriminatedUnion('kind', [SingleQuestion, TrueFalseQuestion])
  .refine((question) => question.kind === 'trueFalse' || question.right < question.options.length);
export type QuizQuestion = z.infer<typeof QuizQuestion>;

/** 奖励: from so many right answers on, so many points. Published with the quiz and never changed. */
export const QuizReward = z.strictObject({
  fromRight: z.int().min(0).max(quizLimits.mostQuestions),
  points: z.int().min(1).max(quizLimits.mostPoints),
});
export type QuizReward = z.infer<typeof QuizReward>;

/** What HR writes. */
export const QuizContent = z.strictObject({
  title: line(24),
  /** What it is for: 中秋、司庆…… */
  festival: line(10),
  intro: paragraph(200),
  opensAt: Instant,
  closesAt: Instant,
  questions: z.array(QuizQuestion).min(quizLimits.fewestQuestions).max(quizLimits.mostQuestions),
  /** The lowest first; whoever reaches none of them gets nothing. */
  rewards: z.array(QuizReward).min(1).max(quizLimits.bands),
});
export type QuizContent = z.infer<typeof QuizContent>;

/** `draft` is HR's alone. `coming`, `open`, `closed` follow from the clock. `withdrawn`: taken back by HR. */
export const QuizPhase = z.enum(['draft', 'coming', 'open', 'closed', 'withdrawn']);
export type QuizPhase = z.infer<typeof QuizPhase>;

/** 大家答得怎么样, counted once after it closed; no names. */
export const QuizOutcome = z.object({
  people: z.int().min(0),
  /** The question that most people had wrong; null where too few took part. */
  hardest: z.object({ text: z.string().max(300), rightPercent: z.int().min(0).max(100) }).nullable(),
});
export type QuizOutcome = z.infer<typeof QuizOutcome>;

/** 我的成绩 */
export const QuizScore = z.object({
  right: z.int().min(0).max(quizLimits.mostQuestions),
  /** What it earned by the published rewards. */
  points: z.int().min(0).max(quizLimits.mostPoints),
  at: Instant,
});
export type QuizScore = z.infer<typeof QuizScore>;

/** 节日答题 as a list tells it. */
export const FestivalQuiz = QuizContent.omit({ questions: true }).extend({
  _id: Id,
  questionCount: z.int().min(0).max(quizLimits.mostQuestions),
  phase: QuizPhase,
  mine: QuizScore.nullable(),
  outcome: QuizOutcome.nullable(),
});
export type FestivalQuiz = z.infer<typeof FestivalQuiz>;

/** One question afterwards: `given` is null for whoever did not take part. */
export const AnsweredQuestion = AskedQuestion.extend({
  given: z
    .int()
    .min(0)
    .max(questionLimits.options - 1)
    .nullable(),
  right: z
    .int()
    .min(0)
    .max(questionLimits.options - 1),
  explanation: z.string().max(300),
});
export type AnsweredQuestion = z.infer<typeof AnsweredQuestion>;

/** 节日答题 opened: the questions while one may answer, the answers only afterwards. */
export const OpenedQuiz = FestivalQuiz.extend({
  asked: z.array(AskedQuestion).max(quizLimits.mostQuestions),
  answered: z.array(AnsweredQuestion).max(quizLimits.mostQuestions),
});
export type OpenedQuiz = z.infer<typeof OpenedQuiz>;

/** 节日答题 as HR writes it. */
export const WrittenQuiz = QuizContent.extend({
  _id: Id,
  phase: QuizPhase,
  version: z.int().min(1),
  /** How many have handed in by now. */
  people: z.int().min(0),
  outcome: QuizOutcome.nullable(),
});
export type WrittenQuiz = z.infer<typeof WrittenQuiz>;
