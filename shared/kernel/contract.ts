import type * as z from 'zod';
import type { DoorCode, RefusalCode, RefusalDetail } from '../refusal';
import type { Role } from './role';

/**
 * One call, written once: who may call, with what, what comes back, how it may be refused. A `change` carries a
 * `requestId` and is safe to repeat (test/contracts.test.ts); a `read` writes nothing.
 */
export interface CallDefinition {
  kind: 'read' | 'change';
  roles: readonly Role[];
  /** An object that refuses unknown keys; every string, number and array in it is bounded. */
  input: z.ZodType;
  output: z.ZodType;
  refusals: readonly RefusalCode[];
}

export type Contract = Record<string, CallDefinition>;

/** Keeps the literal types of a context's calls. */
export function contract<const C extends Contract>(calls: C): C {
  return calls;
}

/** What the caller writes (defaults may be left out). */
export type InputOf<D extends CallDefinition> = z.input<D['input']>;
/** What the handler gets. */
export type ParsedInputOf<D extends CallDefinition> = z.output<D['input']>;
export type OutputOf<D extends CallDefinition> = z.output<D['output']>;

/** What every call answers. `unreachable` is said by the phone itself when nothing came back. */
export type Answer<Data, Code extends RefusalCode = RefusalCode> =
  | { ok: true; data: Data; traceId: string }
  | {
      ok: false;
      code: Code | DoorCode | 'unreachable';
      /** Numbers for the text. */
      detail?: RefusalDetail;
      /** With `input_invalid`: the fields that were not understood, as paths such as `name` or `rows.0.day`. */
      fields?: string[];
      traceId?: string;
    };

/** A context as the phone sees it: each call a function that always answers and never throws. */
export type CallsOf<C extends Contract> = {
  [Name in keyof C]: (input: InputOf<C[Name]>) => Promise<Answer<OutputOf<C[Name]>, C[Name]['refusals'][number]>>;
};

/** The body of a request to a function. */
export interface CallRequest {
  call: string;
  input: unknown;
}
