import * as z from 'zod';
import { BylineSettled } from '../community/byline-calls';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line, paragraph, RequestId } from '../kernel/scalar';
import { mostCorePosts, Suggestion, SuggestionTopic } from './suggestion';

const staff = ['employee'] as const;
const hr = ['hr'] as const;
const one = { suggestionId: Id };
const CorePosts = z.object({ positions: z.array(z.string().max(60)).max(mostCorePosts) });

/** 制度建议: everybody may suggest and support, HR has to answer by a day, and what was done is shown. */
export const suggestions = contract({
  makeSuggestion: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      topic: SuggestionTopic,
      title: line(40),
      text: paragraph(1000, 1),
      /** Decided here for good: an unnamed suggestion never gets its name back. */
      isNamed: z.boolean(),
      requestId: RequestId,
    }),
    output: Suggestion,
    refusals: ['request_id_reused', 'text_refused', 'wait_and_repeat'],
  },
  /** `waiting`: open or taken up; `answered`: adopted or declined; `adopted`: the board 你说 → 我们做了. Latest first. */
  listSuggestions: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({
      which: z.enum(['waiting', 'answered', 'adopted']),
      topic: SuggestionTopic.optional(),
      ...pageRequest,
    }),
    output: pageOf(Suggestion),
    refusals: [],
  },
  listMySuggestions: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Suggestion),
    refusals: [],
  },
  readSuggestion: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: Suggestion,
    refusals: ['suggestion_not_found'],
  },
  /** 支持, by anybody but the author, until it is decided. Who supports is told to nobody. */
  supportSuggestion: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, isSupported: z.boolean(), requestId: RequestId }),
    output: Suggestion,
    refusals: ['suggestion_closed', 'suggestion_not_found', 'suggestion_own', 'suggestion_supporters_full'],
  },
  /** 撤回, before HR has taken it up. */
  withdrawSuggestion: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, requestId: RequestId }),
    output: Suggestion,
    refusals: ['suggestion_closed', 'suggestion_not_found'],
  },

  // 答复
  /** What waits for HR, the nearest day first. */
  listToAnswer: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Suggestion),
    refusals: [],
  },
  /** Shows what the content check was not sure of, or takes down what should not stand here. */
  judgeSuggestion: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      ...one,
      verdict: z.enum(['show', 'takeDown']),
      /** Told to the author; wanted for a take-down. */
      reason: line(200).nullable(),
      requestId: RequestId,
    }),
    output: Suggestion,
    refusals: ['reason_missing', 'suggestion_closed', 'suggestion_not_found', 'suggestion_own'],
  },
  /** 研究中: taken up, with the day by which it is decided. Support is counted by group now, once. */
  considerSuggestion: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...one, decideBy: Day, words: paragraph(500, 1), requestId: RequestId }),
    output: Suggestion,
    refusals: ['suggestion_closed', 'suggestion_day_wrong', 'suggestion_not_found', 'suggestion_own'],
  },
  /** 采纳 or 不采纳, always with words. An adopted suggestion earns its author points. */
  decideSuggestion: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      ...one,
      verdict: z.enum(['adopted', 'declined']),
      words: paragraph(500, 1),
      requestId: RequestId,
    }),
    output: Suggestion,
    refusals: ['suggestion_closed', 'suggestion_not_found', 'suggestion_own'],
  },
  /** 我们做了: what came of an adopted suggestion. May be said again as things go on. */
  recordOutcome: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...one, words: paragraph(500, 1), requestId: RequestId }),
    output: Suggestion,
    refusals: ['suggestion_closed', 'suggestion_not_found'],
  },
  /** 核心岗位 by their names: whose support is counted as a group of its own. */
  readCorePosts: { kind: 'read', roles: hr, input: z.strictObject({}), output: CorePosts, refusals: [] },
  changeCorePosts: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ positions: z.array(line(60)).max(mostCorePosts), requestId: RequestId }),
    output: CorePosts,
    refusals: [],
  },
  /** How `community` tells under what a leaver's named suggestions stand. */
  takeByline: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ fact: BylineSettled, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
});
export type SuggestionsContract = typeof suggestions;
