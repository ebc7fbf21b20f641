import * as z from 'zod';

/** Groups below this are never shown as a number. */
export const smallestGroup = 5;

const Stars = z.int().min(1).max(5);
const Average = z.number().min(1).max(5);
const Answers = z.int().min(smallestGroup);

/** 课程反馈 of whoever completed it: how useful and how clear it was, one to five stars each, and words. */
export const CourseFeedback = z.object({ useful: Stars, clear: Stars, words: z.string().max(300) });
export type CourseFeedback = z.infer<typeof CourseFeedback>;

/** What the latest who answered said. Null where fewer than `smallestGroup` have. */
export const FeedbackFigures = z.object({
  answers: Answers,
  usefulAverage: Average,
  clearAverage: Average,
  /** Without names, in an order that says nothing. */
  words: z.array(z.string().max(300)).max(50),
});
export type FeedbackFigures = z.infer<typeof FeedbackFigures>;

/** What came of the latest sessions of a course; of fewer than `smallestGroup` people nothing is said. */
export const SessionFigures = z.object({
  sessions: z.int().min(1),
  /** 反馈 of those who were there. */
  feedback: z.object({ answers: Answers, courseAverage: Average, trainerAverage: Average }).nullable(),
  /** 结果: how many have one, how many of a hundred passed, and the average of the marks where enough have one. */
  results: z
    .object({
      people: Answers,
      passedPercent: z.int().min(0).max(100),
      averageScore: z.int().min(0).max(100).nullable(),
    })
    .nullable(),
});
export type SessionFigures = z.infer<typeof SessionFigures>;

/** Of more sessions or answers, the latest so many stand for all. */
export const mostFigured = { sessions: 20, answers: 300, words: 50 } as const;
