import * as z from 'zod';
import { Id } from '../kernel/scalar';
import { courseLimits } from './course';
import { FeedbackFigures, SessionFigures, smallestGroup } from './course-feedback';
import { AskedQuestion, questionLimits } from './question';

const Percent = z.int().min(0).max(100);
const People = z.int().min(0);
const Group = z.int().min(smallestGroup);

/** How many of those who have the course are how far. */
export const Completion = z.object({ learners: Group, assigned: People, learning: People, passed: People });
export type Completion = z.infer<typeof Completion>;

/** Where those stand who are under way on the version that is published now, in the order of the course. */
export const Stops = z.object({
  learners: Group,
  places: z
    .array(
      z.object({
        /** The lesson that they have to do next; null for the exam. */
        lessonId: Id.nullable(),
        title: z.string().max(40),
        learners: People,
      }),
    )
    .max(courseLimits.lessons + 1),
});
export type Stops = z.infer<typeof Stops>;

/** The first attempts at the exam of the version that is published now: later ones have seen the mistakes. */
export const ExamFigures = z.object({ sat: Group, passedPercent: Percent, averagePercent: Percent });
export type ExamFigures = z.infer<typeof ExamFigures>;

/** How one question of the bank did in first attempts. */
export const QuestionFigures = AskedQuestion.pick({ questionId: true, text: true }).extend({
  /** Who was given it. */
  asked: Group,
  /** Difficulty: how many of a hundred were right. */
  rightPercent: Percent,
  /**
   * Discrimination in hundredths, -100 to 100: how being right here goes with the rest of the paper (the corrected
   * item-total correlation); null when too few were asked, or all did alike.
   */
  discrimination: z.int().min(-100).max(100).nullable(),
});
export type QuestionFigures = z.infer<typeof QuestionFigures>;

/** 统计 of a course. What would be about fewer than `smallestGroup` people is null or left out. */
export const CourseFigures = z.object({
  title: z.string().max(40),
  completion: Completion.nullable(),
  stops: Stops.nullable(),
  exam: ExamFigures.nullable(),
  questions: z.array(QuestionFigures).max(questionLimits.bank),
  feedback: FeedbackFigures.nullable(),
  /** 线下班次 of the course; null where there was none yet. */
  sessions: SessionFigures.nullable(),
});
export type CourseFigures = z.infer<typeof CourseFigures>;

/** From so many on, discrimination is more than chance. */
export const fewestForDiscrimination = 20;
/** Of more learners or attempts, the latest so many stand for all. */
export const mostSampled = 300;
