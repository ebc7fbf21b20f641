import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { Id, line, RequestId } from '../kernel/scalar';
import { mostGroups, mostReasons, ReasonList } from './reasons';

/** A word as HR wants it on the list; `id` is null for one that was not there before. */
const wanted = { id: Id.nullable(), words: line(20) };

/** 离职原因: what may be answered to "why". */
export const reasonCalls = {
  /** The list with every word that was ever on it, for whoever answers, asks or counts. */
  listExitReasons: {
    kind: 'read',
    roles: ['employee', 'alumnus'],
    input: z.strictObject({}),
    output: ReasonList,
    refusals: [],
  },
  /** The list as it shall be offered. What is missing or reads otherwise is no longer offered, and never vanishes. */
  changeExitReasons: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      groups: z
        .array(z.strictObject({ ...wanted, reasons: z.array(z.strictObject(wanted)).min(1).max(mostReasons) }))
        .min(1)
        .max(mostGroups),
      seenVersion: z.int().min(1).max(1_000_000),
      requestId: RequestId,
    }),
    output: ReasonList,
    refusals: ['exit_reasons_changed', 'exit_reason_twice'],
  },
} as const satisfies Contract;
