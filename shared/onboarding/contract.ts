import * as z from 'zod';
import { contract } from '../kernel/contract';
import { Day, Id, Instant, RequestId } from '../kernel/scalar';
import { PersonJoined } from '../people/facts';
import { joinerCalls } from './joiner-calls';
import { ownerCalls } from './owner-calls';
import { runCalls } from './run-calls';
import { templateCalls } from './template-calls';

const system = ['system'] as const;

export const onboarding = contract({
  ...templateCalls,
  ...runCalls,
  ...joinerCalls,
  ...ownerCalls,

  // for the other contexts
  /** From `people`: somebody bound their WeChat. Their list and what was waiting for them are put in place. */
  takeJoining: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ fact: PersonJoined, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
  /** From `people`: the first day is another. Due days of what is open move along. */
  takeStartMoved: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ employmentId: Id, dateOfJoining: Day, at: Instant, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
  /** The buddies of these persons, as far as they are coming or in their first month; the others are missing. */
  readBuddies: {
    kind: 'read',
    roles: system,
    input: z.strictObject({ personIds: z.array(Id).min(1).max(50) }),
    output: z.object({ items: z.array(z.object({ personId: Id, buddyId: Id })).max(50) }),
    refusals: [],
  },
  /**
   * From `training`: a person passed a course. Closes the activities that ask for it, in every open run of the person;
   * nobody can close them by hand.
   */
  takeCoursePassed: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ factId: Id, personId: Id, courseId: Id, at: Instant, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
});
export type OnboardingContract = typeof onboarding;
