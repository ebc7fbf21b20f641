import type { Day } from '../../../shared/kernel/scalar';

/** What a night does, in this order: what ends is taken out, then what is there is proved. */
export const runKinds = ['expire', 'proof'] as const;
export type RunKind = (typeof runKinds)[number];

/** How far a night's walk over all accounts has come. The cursor moves only once a page is done. */
export interface PointRun {
  /** `<day>.<kind>` */
  _id: string;
  day: Day;
  kind: RunKind;
  /** The last account that is done; empty at the beginning. */
  cursor: string;
  accounts: number;
  done: boolean;
  counts: Record<string, number>;
}
