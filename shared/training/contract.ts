import * as z from 'zod';
import { contract } from '../kernel/contract';
import { Day, Id, Instant, RequestId } from '../kernel/scalar';
import { authoringCalls } from './authoring-calls';
import { certificateCalls } from './certificate-calls';
import { learnerCalls } from './learner-calls';
import { mostLearnings, mostRenewed, RenewedCourse, RequiredCourse, Standing } from './learning';
import { skillCalls } from './skill-calls';

const personIds = z.array(Id).min(1).max(50);
const courseIds = z.array(Id).min(1).max(20);

export const training = contract({
  ...learnerCalls,
  ...authoringCalls,
  ...certificateCalls,
  ...skillCalls,

  // for the other contexts
  /**
   * Gives these persons these courses until a day (null: until nobody asks). `cause` is the key: the same cause again
   * changes its day, another cause adds its own, and the earliest day holds. Persons before their first day as
   * well; who has left gets none.
   */
  enrol: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ personIds, courseIds, dueOn: Day.nullable(), cause: Id, requestId: RequestId }),
    output: z.object({}),
    refusals: ['course_not_found', 'wait_and_repeat'],
  },
  /** One line for each person and course, in the order asked; state null for who was never enrolled. */
  readStanding: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ personIds, courseIds }),
    output: z.object({ items: z.array(Standing).max(1000) }),
    refusals: [],
  },
  /** These courses as far as they are on offer for somebody of a branch (null: for the whole company). */
  readOffered: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ courseIds, branchId: Id.nullable() }),
    output: z.object({ items: z.array(z.object({ courseId: Id, title: z.string().max(40) })).max(20) }),
    refusals: [],
  },
  /**
   * What one person has to pass between two days; of courses that have no day nothing is said. `renewedSince`: which
   * courses they passed up to that day have been published anew and are on offer for this branch, the latest passed
   * first.
   */
  readRequired: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({
      personId: Id,
      from: Day,
      to: Day,
      renewedSince: z.strictObject({ day: Day, branchId: Id }).nullable(),
    }),
    output: z.object({
      required: z.array(RequiredCourse).max(mostLearnings),
      renewed: z.array(RenewedCourse).max(mostRenewed),
    }),
    refusals: [],
  },
  /** From `classroom`: a person passed a session of this course, which is done with it. */
  takeSessionPassed: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ personId: Id, courseId: Id, sessionId: Id, at: Instant, requestId: RequestId }),
    output: z.object({}),
    refusals: ['wait_and_repeat'],
  },
  /** What one person learnt, in a few words: counts of courses, and the three passed last. */
  readLearnt: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ personId: Id }),
    output: z.object({
      passed: z.int().min(0),
      /** Assigned or begun, and not passed. */
      underWay: z.int().min(0),
      /** Of those under way, whose day is over. */
      overdue: z.int().min(0),
      /** Titles. */
      latest: z.array(z.string().max(40)).max(3),
    }),
    refusals: [],
  },
});
export type TrainingContract = typeof training;
