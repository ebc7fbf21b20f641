import type { ContextName, Contracts } from '../../shared/contracts';
import type { Answer, CallDefinition, InputOf, OutputOf } from '../../shared/kernel/contract';
import { cloud } from './cloud';
import { signedCall } from './system-call';

type DefinitionOf<Context extends ContextName, Call extends keyof Contracts[Context]> = Extract<
  Contracts[Context][Call],
  CallDefinition
>;

/** A fact on its way to another context: which call takes it there, and with what. */
export interface Delivery {
  to: string;
  call: string;
  input: unknown;
}

async function send({ to, call, input }: Delivery, now: Date): Promise<Answer<unknown>> {
  try {
    const answer = await cloud().callFunction({ name: to, data: signedCall(to, call, input, now) });
    return (answer.result as Answer<unknown> | undefined) ?? { ok: false, code: 'bug' };
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', call: `${to}.${call}`, message: String(error) }));
    return { ok: false, code: 'unreachable' };
  }
}

/**
 * Takes a fact to its receiver. True once the receiver said that it has it. Never throws: what was not delivered stays
 * written beside the change it follows from, and the sender's sweep tries again.
 */
export async function deliver(delivery: Delivery, now: Date): Promise<boolean> {
  const answer = await send(delivery, now);
  if (answer.ok) return true;
  const { to, call } = delivery;
  console.error(JSON.stringify({ level: 'error', delivery: `${to}.${call}`, code: answer.code }));
  return false;
}

/**
 * Asks another context, as our own function, and waits for its answer. Never throws: `unreachable` when nothing came
 * back, and then what was asked may have happened.
 */
export async function ask<Context extends ContextName, Call extends keyof Contracts[Context] & string>(
  to: Context,
  call: Call,
  input: InputOf<DefinitionOf<Context, Call>>,
  now: Date,
): Promise<Answer<OutputOf<DefinitionOf<Context, Call>>>> {
  return (await send({ to, call, input }, now)) as Answer<OutputOf<DefinitionOf<Context, Call>>>;
}
