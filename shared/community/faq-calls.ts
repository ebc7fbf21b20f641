import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, paragraph, RequestId } from '../kernel/scalar';

const staff = ['employee'] as const;
const hr = ['hr'] as const;

/** From so many different people helped on, somebody is an opinion leader (意见领袖). */
export const fewestHelped = 3;
/** How far a review day may be away. */
export const mostReviewDays = 730;

/** 常见问题: an accepted answer that stands for everybody, with its author's name and the day it is looked at again. */
export const FaqEntry = z.object({
  _id: Id,
  question: z.string().max(200),
  answer: z.string().max(500),
  topics: z.array(z.string().max(20)).max(3),
  /** Whose answer it was. */
  creditName: z.string().max(40),
  postId: Id,
  state: z.enum(['proposed', 'published', 'declined']),
  reviewOn: Day.nullable(),
  /** The review day has come: what it says may be old. */
  isDue: z.boolean(),
});
export type FaqEntry = z.infer<typeof FaqEntry>;

/** Somebody who helped many different people. There is no count of what they wrote, and no ranking. */
export const OpinionLeader = z.object({
  personId: Id,
  name: z.string().max(40),
  /** Different people who accepted or saved an answer of theirs. */
  peopleHelped: z.int().min(fewestHelped),
});
export type OpinionLeader = z.infer<typeof OpinionLeader>;

/** 常见问题 from accepted answers, and who helps many. */
export const faqCalls = {
  /** Anybody may propose an accepted answer; proposed twice, it is one proposal. */
  proposeFaq: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ postId: Id, requestId: RequestId }),
    output: FaqEntry,
    refusals: ['faq_answer_missing', 'post_not_found'],
  },
  /** What is published, the latest first. */
  listFaqEntries: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(FaqEntry),
    refusals: [],
  },
  /** What waits for HR: proposals, and entries whose review day has come; the oldest first. */
  listFaqToReview: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(FaqEntry),
    refusals: [],
  },
  /** Publishes with the wording that HR settled on and the next review day, or takes it out. */
  decideFaq: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      faqId: Id,
      verdict: z.enum(['publish', 'decline']),
      question: paragraph(200, 1),
      answer: paragraph(500, 1),
      reviewOn: Day,
      requestId: RequestId,
    }),
    output: FaqEntry,
    refusals: ['faq_not_found', 'faq_review_day_wrong'],
  },
  /** What a bot may answer from, by id. */
  listFaq: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(FaqEntry),
    refusals: [],
  },
  /** 意见领袖, by name: whom HR may want to honour. */
  listOpinionLeaders: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(OpinionLeader),
    refusals: [],
  },
} as const;
