import * as z from 'zod';
import { contract } from '../kernel/contract';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { Guide, mostSections } from './guide';

export const offboarding = contract({
  // 离职指南
  /** Before, during and after; nothing about the reader is written. */
  readGuide: {
    kind: 'read',
    roles: ['newHire', 'employee', 'alumnus'],
    input: z.strictObject({}),
    output: Guide,
    refusals: [],
  },
  changeGuide: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      sections: z
        .array(z.strictObject({ title: line(20), text: paragraph(1000, 1) }))
        .min(1)
        .max(mostSections),
      seenVersion: z.int().min(0).max(1_000_000),
      requestId: RequestId,
    }),
    output: Guide,
    refusals: ['guide_changed'],
  },

  // what exit tells
  /** The exit interview of an employment was held, or will not be. Nothing happens where nobody is leaving. */
  noteInterviewSettled: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      employmentId: Id,
      outcome: z.enum(['completed', 'cancelled']),
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: [],
  },
});
export type OffboardingContract = typeof offboarding;
