import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, RequestId } from '../kernel/scalar';
import { questionLimits } from '../training/question';
import { FestivalQuiz, OpenedQuiz, QuizContent, QuizScore, quizLimits, WrittenQuiz } from './quiz';

const staff = ['employee'] as const;
const hr = ['hr'] as const;
/** What is mine I may read before my first day and after my last one. */
const owner = ['newHire', 'employee', 'alumnus'] as const;
const one = { quizId: Id };
const Version = z.int().min(1).max(1_000_000);

/** 节日答题: a quiz on culture with rewards that everybody can read beforehand. No chance, no fee, one try. */
export const games = contract({
  /** What is coming, open and over, the latest first. */
  listQuizzes: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(FestivalQuiz),
    refusals: [],
  },
  readQuiz: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: OpenedQuiz,
    refusals: ['quiz_not_found'],
  },
  /** 交卷: judged here, once a person. The answers come back with it, and not before. */
  handInQuiz: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      ...one,
      /** A place in the options for each question. */
      picks: z
        .array(
          z
            .int()
            .min(0)
            .max(questionLimits.options - 1),
        )
        .min(quizLimits.fewestQuestions)
        .max(quizLimits.mostQuestions),
      requestId: RequestId,
    }),
    output: OpenedQuiz,
    refusals: ['quiz_answers_missing', 'quiz_not_found', 'quiz_not_open', 'quiz_tried_already'],
  },
  /** All that I took part in, the latest first. */
  listMyQuizTries: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(QuizScore.extend({ _id: z.string().max(140), title: z.string().max(24) })),
    refusals: [],
  },

  // 出题
  listWrittenQuizzes: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(WrittenQuiz.omit({ questions: true, people: true })),
    refusals: [],
  },
  readWrittenQuiz: {
    kind: 'read',
    roles: hr,
    input: z.strictObject(one),
    output: WrittenQuiz,
    refusals: ['quiz_not_found'],
  },
  /** Writes a draft, or writes it anew; `version` is the one that HR looked at. */
  writeQuiz: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ quizId: Id.nullable(), version: Version, content: QuizContent, requestId: RequestId }),
    output: WrittenQuiz,
    refusals: ['quiz_changed', 'quiz_not_found', 'quiz_published', 'quiz_rewards_wrong', 'quiz_times_wrong'],
  },
  /** 发布: from now on nothing of it changes. Everybody has it on 今天 while it is open. */
  publishQuiz: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...one, version: Version, requestId: RequestId }),
    output: WrittenQuiz,
    refusals: ['quiz_changed', 'quiz_not_found', 'quiz_published', 'quiz_times_wrong'],
  },
  /** 撤下: nobody sees it any more; what it has earned people stays theirs. */
  withdrawQuiz: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...one, requestId: RequestId }),
    output: WrittenQuiz,
    refusals: ['quiz_not_found'],
  },
});
export type GamesContract = typeof games;
