import * as z from 'zod';
import { contract } from '../kernel/contract';
import { Id, Points, quote, RequestId } from '../kernel/scalar';

/** How other contexts let somebody pay: a seat in an activity, a boost of a thank-you. Nothing is left to chance. */
export const spendingCalls = contract({
  /** `factId` is the key within the person: sent again, it is paid once. */
  spend: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      factId: Id,
      personId: Id,
      points: z.int().min(1).max(100_000),
      /** What is bought, in the person's words: the title of the activity. */
      about: quote(40),
      requestId: RequestId,
    }),
    output: z.object({ points: Points }),
    refusals: ['points_not_enough', 'points_busy', 'request_id_reused'],
  },
  /**
   * Gives back what `spend` took by this fact, into the very lots. Who does not know whether the points were taken
   * sends `spend` once more, and then this.
   */
  unspend: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ factId: Id, personId: Id, requestId: RequestId }),
    output: z.object({ points: Points }),
    refusals: ['spending_not_found', 'points_busy'],
  },
});
