import type { Answer } from '../../shared/kernel/contract';
import { cloud } from './cloud';
import { signedCall } from './system-call';

/** A fact on its way to another context: which call takes it there, and with what. */
export interface Delivery {
  to: string;
  call: string;
  input: unknown;
}

/**
 * Takes a fact to its receiver. True once the receiver said that it has it. Never throws: what was not delivered stays
 * written beside the change it follows from, and the sender's sweep tries again.
 */
export async function deliver({ to, call, input }: Delivery, now: Date): Promise<boolean> {
  try {
    const answer = await cloud().callFunction({ name: to, data: signedCall(to, call, input, now) });
    const result = answer.result as Answer<unknown> | undefined;
    if (result?.ok) return true;
    console.error(JSON.stringify({ level: 'error', delivery: `${to}.${call}`, code: result?.code ?? 'no answer' }));
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', delivery: `${to}.${call}`, message: String(error) }));
  }
  return false;
}
