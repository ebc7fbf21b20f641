import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';

/** What a suggestion is about. */
export const suggestionTopics = ['flexibility', 'reward', 'growth', 'process', 'office', 'culture', 'other'] as const;
export const SuggestionTopic = z.enum(suggestionTopics);
export type SuggestionTopic = z.infer<typeof SuggestionTopic>;

/** HR answers within so many days of a suggestion: takes it up, adopts it or declines it. */
export const answerDays = 14;
/** What was taken up is decided within so many days. */
export const mostConsideringDays = 90;
/** People whose support one suggestion can hold. */
export const mostSupporters = 5000;
/** A share is shown of no group smaller than this, nor of one that follows from others by subtraction. */
export const smallestGroup = 5;
/** Posts that HR names as core (核心岗位). */
export const mostCorePosts = 60;

/**
 * `inReview`: the content check was not sure, only author and HR see it. `open`: waits for an answer. `considered`:
 * taken up, with the day of the decision. `adopted`, `declined`: decided. `takenDown` by HR, `withdrawn` by the author.
 */
export const SuggestionState = z.enum([
  'inReview',
  'open',
  'considered',
  'adopted',
  'declined',
  'takenDown',
  'withdrawn',
]);
export type SuggestionState = z.infer<typeof SuggestionState>;

/** What HR said, in order. `done` says what came of an adopted one: 我们做了. */
export const SuggestionAnswer = z.object({
  kind: z.enum(['considered', 'adopted', 'declined', 'done']),
  words: z.string().max(500),
  byName: z.string().max(40),
  at: Instant,
});
export type SuggestionAnswer = z.infer<typeof SuggestionAnswer>;

/** How much of a group supports it. `rest` is all departments too small to be shown alone. */
export const GroupShare = z.object({
  kind: z.enum(['company', 'department', 'rest', 'core']),
  /** Empty but for a department. */
  name: z.string().max(60),
  people: z.int().min(smallestGroup),
  percent: z.int().min(0).max(100),
});
export type GroupShare = z.infer<typeof GroupShare>;

/** Counted once, on the day HR took it up, so that no later look can be subtracted from an earlier one. */
export const SupportShares = z.object({ on: Day, groups: z.array(GroupShare).max(300) });
export type SupportShares = z.infer<typeof SupportShares>;

/** What the reader may do with it now. */
export const SuggestionStep = z.enum(['support', 'withdraw', 'judge', 'consider', 'decide', 'recordOutcome']);
export type SuggestionStep = z.infer<typeof SuggestionStep>;

/** 制度建议 as somebody sees it. */
export const Suggestion = z.object({
  _id: Id,
  topic: SuggestionTopic,
  title: z.string().max(40),
  text: z.string().max(1000),
  /**
   * Null where the author chose to stand unnamed: to everybody but themselves, HR included. 已离职同事, without a
   * place, for who left and chose so.
   */
  author: z.object({ name: z.string().max(40), place: z.string().max(60) }).nullable(),
  isMine: z.boolean(),
  state: SuggestionState,
  supporters: z.int().min(0).max(mostSupporters),
  isSupportedByMe: z.boolean(),
  /** By when HR answers or decides; null once decided. */
  answerBy: Day.nullable(),
  /** How long that day is over; 0 while it is not. */
  lateDays: z.int().min(0),
  answers: z.array(SuggestionAnswer).max(20),
  shares: SupportShares.nullable(),
  takenDownReason: z.string().max(200).nullable(),
  may: z.array(SuggestionStep).max(6),
  at: Instant,
});
export type Suggestion = z.infer<typeof Suggestion>;
