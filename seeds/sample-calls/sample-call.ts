import { randomUUID } from 'node:crypto';
import { employmentIdOf, personIdOf } from '../../cloudfunctions/people/documents';
import { redemptionIdOf } from '../../cloudfunctions/points/books/redemption-id';
import type { ContextName, Contracts } from '../../shared/contracts';
import type { CallDefinition, InputOf, OutputOf } from '../../shared/kernel/contract';
import { figures } from '../company';
import { openIdOf } from '../people-documents';
import { seededRequestId } from '../points-documents';

/** How samples reach the company: through the functions, and through a phone's upload. */
export interface Ask {
  /** Throws when the call is refused. */
  call<D extends CallDefinition>(
    as: string,
    context: ContextName,
    call: string,
    input: InputOf<D>,
  ): Promise<OutputOf<D>>;
  /** The file's id. */
  upload(as: string, cloudPath: string, content: Buffer): Promise<string>;
}

/** One way to make a call that succeeds on the seeded company. `system` stands for one of our own functions. */
export interface SampleCall {
  as: string;
  /** Does what has to be done before, and gives the call's input. */
  input(ask: Ask): Promise<object>;
}

export type SampleCalls = { [Context in ContextName]: { [Call in keyof Contracts[Context]]: SampleCall } };

/** The WeChat of a seeded person. */
export function weChatOf(name: string): string {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return openIdOf(figure);
}

function numberOf(name: string): string {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return figure.employeeNumber;
}

export const personOf = (name: string) => personIdOf(numberOf(name));
export const employmentOf = (name: string) => employmentIdOf(numberOf(name), 1);
export const redemptionOf = (name: string, giftId: string) =>
  redemptionIdOf(personOf(name), seededRequestId(numberOf(name), giftId));

export const hr = weChatOf('周岚');
export const linXiao = weChatOf('林晓');
export const requestId = () => randomUUID();
/** A sample whose input needs nothing done before. */
export const always = (as: string, input: () => object): SampleCall => ({ as, input: async () => input() });
