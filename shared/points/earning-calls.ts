import * as z from 'zod';
import { contract } from '../kernel/contract';
import { Id, Instant, Points, quote, RequestId } from '../kernel/scalar';
import { FactRuleKey, HoldReason } from './rules';

/** The most that one fact can have been published to earn. */
const mostPublished = 200;

/** What other contexts tell the points context: facts, at least once each. */
export const earningCalls = contract({
  /** What somebody earned in all and has now; zeros for somebody without an account. */
  readStanding: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ personId: Id }),
    output: z.object({ lifetime: z.int().min(0), balance: z.int().min(0) }),
    refusals: [],
  },
  /**
   * A fact of another context earns what the rule says. Delivered twice, it earns once: `factId` is the key within
   * person and rule. `heldBack` says why it earned nothing; that is an answer, not a refusal, and not to be retried.
   */
  earn: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      factId: Id,
      rule: FactRuleKey,
      personId: Id,
      /** What it was for, in the person's words: the title of the news, the activity, the training. */
      about: quote(40).nullable(),
      at: Instant,
      /** What was published beforehand for this fact, where it is not the same each time. The rule's limits hold. */
      points: z.int().min(1).max(mostPublished).optional(),
      requestId: RequestId,
    }),
    output: z.object({ points: Points, heldBack: HoldReason.nullable() }),
    refusals: ['points_busy'],
  },
  /**
   * 可赠积分 of one person become 可用积分 of others, all of them or none. `factId` is the key within the giver: a repeat
   * changes nothing, and one with other receivers or points is refused.
   */
  give: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      factId: Id,
      fromPersonId: Id,
      toPersonIds: z.array(Id).min(1).max(10),
      /** For each of them. */
      points: z.int().min(1).max(1000),
      about: quote(40).nullable(),
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({ givingLeft: z.int().min(0) }),
    refusals: ['giving_not_enough', 'giving_pair_limit', 'giving_to_self', 'points_busy', 'request_id_reused'],
  },
});
