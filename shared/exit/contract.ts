import * as z from 'zod';
import { contract } from '../kernel/contract';
import { RequestId } from '../kernel/scalar';
import { alumniCalls } from './alumni';
import { analysisCalls } from './analysis-calls';
import { EmploymentEnded, LeavingAcknowledged, LeavingWithdrawn } from './facts';
import { interviewCalls } from './interview-calls';
import { paperCalls } from './papers';
import { reasonCalls } from './reason-calls';

const system = ['system'] as const;
const told = z.object({});

export const exit = contract({
  ...reasonCalls,
  ...interviewCalls,
  ...paperCalls,
  ...analysisCalls,
  ...alumniCalls,

  // what offboarding tells
  /** Opens the exit interview of an employment, and asks the manager for their view of the reason. */
  noteLeavingAcknowledged: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ fact: LeavingAcknowledged, requestId: RequestId }),
    output: told,
    refusals: ['wait_and_repeat'],
  },
  /** Cancels what was not completed. */
  noteLeavingWithdrawn: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ fact: LeavingWithdrawn, requestId: RequestId }),
    output: told,
    refusals: ['wait_and_repeat'],
  },
  /** Writes the leaving into what is analysed. */
  noteEmploymentEnded: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ fact: EmploymentEnded, requestId: RequestId }),
    output: told,
    refusals: ['wait_and_repeat'],
  },
});
export type ExitContract = typeof exit;
