import type { Day, Instant } from '../../../shared/kernel/scalar';
import { shippedRows } from '../../../shared/offboarding/template';
import { refuse } from '../../../shared/refusal';
import type { StoredRow, StoredSeparation } from '../documents';
import { dueDay } from './due-days';

export interface Acknowledging {
  lastDay: Day;
  /** Null where the law did it, because nobody else had. */
  by: string | null;
  at: Instant;
  today: Day;
}

/** Between these days the last one may be set: what the law proposes and what the leaver wishes are the ends. */
export function lastDayRange(
  { kind, legalLastDay, wishedLastDay, submittedOn }: StoredSeparation,
  today: Day,
): { from: Day; until: Day } {
  if (kind !== 'resignation') return { from: today, until: '2199-12-31' };
  const legal = legalLastDay ?? submittedOn;
  const wished = wishedLastDay ?? legal;
  const [first, last] = wished < legal ? [wished, legal] : [legal, wished];
  // A range that has passed while nobody acted begins today.
  return { from: first < today ? today : first, until: last < today ? today : last };
}

export function checkLastDay(separation: StoredSeparation, lastDay: Day, today: Day): void {
  const { from, until } = lastDayRange(separation, today);
  if (lastDay < from || lastDay > until) refuse('last_day_out_of_range', { from, until });
}

/** 受理: the last day holds, and the clearance is there as the template has it. */
export function acknowledged(
  separation: StoredSeparation,
  { lastDay, by, at, today }: Acknowledging,
): StoredSeparation {
  const rows = separation.rows.map((row) => ({ ...row, dueOn: dueDay(row.kind, row.offsetDays, lastDay, today) }));
  return {
    ...separation,
    ...{ state: 'acknowledged', acknowledgedAt: at, acknowledgedBy: by, lastDay, lastDayAt: at, rows },
  };
}

/** Another last day: what is still to be done is due by it. */
export function withLastDay(separation: StoredSeparation, { lastDay, at, today }: Acknowledging): StoredSeparation {
  const rows = separation.rows.map((row) =>
    row.state === 'open' ? { ...row, dueOn: dueDay(row.kind, row.offsetDays, lastDay, today) } : row,
  );
  return { ...separation, lastDay, lastDayAt: at, rows };
}

/** The rows of a clearance that has not begun: due days come with the last day. */
export function templateRows(
  template: readonly Pick<StoredRow, 'title' | 'owner' | 'kind' | 'offsetDays'>[] = shippedRows,
  knownOn: Day,
): StoredRow[] {
  return template.map((row, index) => ({
    ...row,
    ...{ rowId: `r${index + 1}`, dueOn: knownOn, state: 'open', words: null, costFen: null, evidenceFileId: null },
    ...{ settledBy: null, settledAt: null },
  }));
}
