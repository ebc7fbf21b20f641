import type { Ask, SampleCall } from '../../../seeds/sample-calls/sample-call';

/** A page as somebody sees it. */
export interface View {
  name: string;
  /** Absent for a visitor. */
  as?: string;
  page: string;
  /** For a page of what nobody has seeded: does what leads there, and gives the rest of its address. */
  made?(ask: Ask): Promise<string>;
}

/** Does what the sample of a call does before it, and gives the id that the call is about. */
export const madeBy = (sample: SampleCall, key: string) => async (ask: Ask) =>
  `?id=${Reflect.get(await sample.input(ask), key)}`;
