import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { Id, RequestId } from '../kernel/scalar';

/** What stands instead of the name of who left and chose so. */
export const formerColleague = '已离职同事';

/**
 * How what somebody wrote stands from now on, told to every context that shows it. Told again whenever it is not
 * certain that it arrived: what it says holds as it is said.
 */
export const BylineSettled = z.strictObject({ personId: Id, isNamed: z.boolean() });

/** Under what posts, comments, answers, cards and suggestions stand once somebody has left: the name, or 已离职同事. */
export const Byline = z.object({
  /** The choice; under the name while nothing was chosen. */
  isNamed: z.boolean(),
  /** It is made, and what was written does not stand that way yet: a matter of minutes. */
  isUnderWay: z.boolean(),
});
export type Byline = z.infer<typeof Byline>;

export const bylineCalls = {
  /** 离职后的署名: mine alone. */
  readByline: {
    kind: 'read',
    roles: ['employee', 'alumnus'],
    input: z.strictObject({}),
    output: Byline,
    refusals: [],
  },
  /** Holds from the day after the last day, at once for whoever has left already, and can be changed at any time. */
  chooseByline: {
    kind: 'change',
    roles: ['employee', 'alumnus'],
    input: z.strictObject({ isNamed: z.boolean(), requestId: RequestId }),
    output: Byline,
    refusals: [],
  },
} as const satisfies Contract;
