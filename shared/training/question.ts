import * as z from 'zod';
import { FileId, Id, line, paragraph } from '../kernel/scalar';

export const questionLimits = { options: 8, accepted: 5, quiz: 20, bank: 300 } as const;

const asked = {
  ...{ questionId: Id, text: paragraph(300, 1), explanation: paragraph(300) },
  /** A picture that is asked about; the phone is given its address beside the questions. */
  picture: FileId.optional(),
};
const options = z.array(line(100)).min(2).max(questionLimits.options);
const Place = z
  .int()
  .min(0)
  .max(questionLimits.options - 1);

export const SingleQuestion = z.strictObject({ kind: z.literal('single'), ...asked, options, right: Place });
export const TrueFalseQuestion = z.strictObject({ kind: z.literal('trueFalse'), ...asked, right: z.boolean() });

/**
 * 题目 with its key. `single`, `multiple`: places in `options` from 0. `order`: the options stand in the right order and
 * are shuffled before anybody sees them. `fill`: what is accepted, compared without case, width and blanks.
 */
export const Question = z
  .discriminatedUnion('kind', [
    SingleQuestion,
    z.strictObject({
      kind: z.literal('multiple'),
      ...asked,
      options,
      right: z.array(Place).min(1).max(questionLimits.options),
    }),
    TrueFalseQuestion,
    z.strictObject({ kind: z.literal('order'), ...asked, options }),
    z.strictObject({
      kind: z.literal('fill'),
      ...asked,
      accepted: z.array(line(40)).min(1).max(questionLimits.accepted),
    }),
  ])
  .refine((question) => {
    if (question.kind === 'single') return question.right < question.options.length;
    if (question.kind !== 'multiple') return true;
    const { right, options: offered } = question;
    return new Set(right).size === right.length && right.every((place) => place < offered.length);
  });
export type Question = z.infer<typeof Question>;
export type QuestionKind = Question['kind'];

/** A question as whoever has to answer it sees it; `options` is empty where one writes. */
export const AskedQuestion = z.object({
  questionId: Id,
  kind: z.enum(['single', 'multiple', 'trueFalse', 'order', 'fill']),
  text: z.string().max(300),
  options: z.array(z.string().max(100)).max(questionLimits.options),
  picture: FileId.optional(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** What somebody answered: places in the options as they were shown (in their order, for `order`), or words. */
export const QuizAnswer = z.strictObject({
  picks: z.array(Place).max(questionLimits.options),
  words: paragraph(60),
});
export type QuizAnswer = z.infer<typeof QuizAnswer>;

/** 错题回顾: how one question went. `right` is null where the key is kept for another attempt. */
export const ReviewedQuestion = AskedQuestion.extend({
  given: z.object({ picks: z.array(z.int()).max(questionLimits.options), words: z.string().max(60) }).nullable(),
  isRight: z.boolean(),
  /** In words as they stood on the screen. */
  right: z.array(z.string().max(100)).max(questionLimits.options).nullable(),
  explanation: z.string().max(300),
});
export type ReviewedQuestion = z.infer<typeof ReviewedQuestion>;
