import * as z from 'zod';
import { Id } from '../kernel/scalar';

/** How many groups there may be, and how many reasons in one: a list that is answered on a phone. */
export const mostGroups = 8;
export const mostReasons = 12;

/** One reason of the second level. Words are never changed: another word is another reason. */
export const ExitReason = z.object({
  _id: Id,
  words: z.string().min(1).max(20),
  /** False for a word that was taken off the list; what was answered with it keeps it. */
  isOffered: z.boolean(),
});
export type ExitReason = z.infer<typeof ExitReason>;

/** The first level. */
export const ReasonGroup = ExitReason.extend({ reasons: z.array(ExitReason).max(200) });
export type ReasonGroup = z.infer<typeof ReasonGroup>;

/** 离职原因: two levels, with every word that was ever on the list. */
export const ReasonList = z.object({
  /** Counts the changes; 1 is the list that comes with 同路. */
  version: z.int().min(1),
  groups: z.array(ReasonGroup).max(100),
});
export type ReasonList = z.infer<typeof ReasonList>;
