import type { Day } from '../../../../shared/kernel/scalar';
import type { Repair, RosterField } from '../../../../shared/people/roster';

/** Which part of `3/4/2015` is the day. Decided once per column, see date-order.ts. */
export type DateOrder = 'monthFirst' | 'dayFirst';

export interface CleaningContext {
  field: RosterField;
  /** The day the batch is read on, by which two-digit years are placed. */
  today: Day;
  dateOrder: DateOrder;
}

/** One repair that any cell may need. It returns what it was given where it has nothing to repair. */
export interface CleaningRule {
  name: Repair['rule'];
  fields: 'every' | readonly RosterField[];
  clean(value: string, context: CleaningContext): string;
}

export const dateFields = ['birthOn', 'dateOfJoining', 'relievingDate'] as const satisfies RosterField[];
