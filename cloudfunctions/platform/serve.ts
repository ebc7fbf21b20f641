import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Answer, CallDefinition, Contract, OutputOf, ParsedInputOf } from '../../shared/kernel/contract';
import { Refusal, type RefusalCode } from '../../shared/refusal';
import { type Caller, currentCaller, systemCaller } from './caller';
import { currentOpenId, isCalledByPhone } from './cloud';
import { isSystemCall } from './system-call';

export interface CallContext {
  caller: Caller;
  now: Date;
  traceId: string;
}

/** Loads, decides, saves. Roles and input are already checked, refusals and bugs are answered by `serve`. */
export type Handler<D extends CallDefinition> = (
  input: ParsedInputOf<D>,
  context: CallContext,
) => Promise<z.input<D['output']>>;

export type Handlers<C extends Contract> = { [Name in keyof C]: Handler<C[Name]> };

/** What a timer does. Timers may fire twice and late: a job is safe to repeat. Returns counts for the log. */
export type Job = (now: Date) => Promise<Record<string, number>>;

/** What follows from an event that WeChat pushes. Events may come twice and in any order. */
export type Reaction = (event: unknown, now: Date) => Promise<void>;

interface CloudContext {
  request_id?: string;
}

/** An event may carry more than this (the cloud adds `userInfo`); nothing else in it is read. */
const Request = z.object({ call: z.string().max(64), input: z.unknown(), system: z.unknown().optional() });
const Timer = z.object({ Type: z.literal('Timer'), TriggerName: z.string().max(64) });
const Pushed = z.object({ MsgType: z.literal('event'), Event: z.string().max(64) });

const log = (entry: Record<string, unknown>) => console.error(JSON.stringify({ level: 'error', ...entry }));

/** What the caller sent, once the door let it in; otherwise why it did not. */
async function admit(name: string, calls: Contract, request: z.infer<typeof Request>, now: Date, traceId: string) {
  const { call, input: raw, system } = request;
  const definition = Object.hasOwn(calls, call) ? calls[call] : undefined;
  if (!definition) return { turnedAway: { ok: false, code: 'call_unknown', traceId } as const };

  const fromSystem = system !== undefined && isSystemCall(name, call, raw, system, now);
  const caller = fromSystem ? systemCaller : await currentCaller(now);
  if (!caller) return { turnedAway: { ok: false, code: 'not_signed_in', traceId } as const };
  if (!definition.roles.some((role) => caller.roles.includes(role))) {
    return { turnedAway: { ok: false, code: caller.person ? 'not_allowed' : 'not_signed_in', traceId } as const };
  }

  const input = definition.input.safeParse(raw);
  if (!input.success) {
    // Paths and codes only: what was typed may be personal.
    const issues = input.error.issues.map((issue) => ({ path: issue.path.join('.').slice(0, 100), code: issue.code }));
    log({ traceId, call: `${name}.${call}`, issues: issues.slice(0, 20) });
    const fields = issues.slice(0, 20).map((issue) => issue.path);
    return { turnedAway: { ok: false, code: 'input_invalid', fields, traceId } as const };
  }
  return { definition, caller, input: input.data };
}

async function answerCall<C extends Contract>(
  name: string,
  calls: C,
  handlers: Handlers<C>,
  event: unknown,
  traceId: string,
): Promise<Answer<unknown>> {
  const now = new Date();
  const request = Request.safeParse(event);
  if (!request.success) return { ok: false, code: 'call_unknown', traceId };
  const { call } = request.data;
  let refusals: readonly RefusalCode[] = [];
  try {
    const admitted = await admit(name, calls, request.data, now, traceId);
    if (admitted.turnedAway) return admitted.turnedAway;
    const { definition, caller, input } = admitted;
    refusals = definition.refusals;
    const handler = handlers[call as keyof C] as Handler<CallDefinition>;
    const output = await handler(input, { caller, now, traceId });
    return { ok: true, data: definition.output.parse(output) as OutputOf<C[keyof C]>, traceId };
  } catch (error) {
    if (error instanceof Refusal && refusals.includes(error.code)) {
      const detail = Object.keys(error.detail).length > 0 ? { detail: error.detail } : {};
      return { ok: false, code: error.code, ...detail, traceId };
    }
    log({ traceId, call: `${name}.${call}`, error: error instanceof Error ? error.stack : String(error) });
    return { ok: false, code: 'bug', traceId };
  }
}

async function runJob(name: string, jobs: Readonly<Record<string, Job>>, event: unknown): Promise<void> {
  const timer = Timer.parse(event);
  const job = Object.hasOwn(jobs, timer.TriggerName) ? jobs[timer.TriggerName] : undefined;
  if (!job) throw new Error(`no job is named ${timer.TriggerName}`);
  const counts = await job(new Date());
  console.log(JSON.stringify({ level: 'info', job: `${name}.${timer.TriggerName}`, ...counts }));
}

async function react(name: string, reactions: Readonly<Record<string, Reaction>>, kind: string, event: unknown) {
  const reaction = Object.hasOwn(reactions, kind) ? reactions[kind] : undefined;
  if (!reaction) throw new Error(`${name} does nothing about the event ${kind}`);
  await reaction(event, new Date());
}

/**
 * A context as a deployed function: the only place that checks the call's name, the caller's roles, the input and the
 * output, in this order, and that turns refusals and bugs into answers.
 */
export function serve<C extends Contract>(
  name: string,
  calls: C,
  handlers: Handlers<C>,
  jobs: Readonly<Record<string, Job>> = {},
  reactions: Readonly<Record<string, Reaction>> = {},
) {
  return async (event: unknown, context: CloudContext = {}): Promise<Answer<unknown> | undefined> => {
    // A client can put anything into the event, but only a timer has nobody behind it.
    const isTimer = currentOpenId() === undefined && Timer.safeParse(event).success;
    if (isTimer) {
      await runJob(name, jobs, event);
      return undefined;
    }
    const pushed = Pushed.safeParse(event);
    if (pushed.success && !isCalledByPhone()) {
      await react(name, reactions, pushed.data.Event, event);
      return undefined;
    }
    return answerCall(name, calls, handlers, event, context.request_id ?? randomUUID());
  };
}
