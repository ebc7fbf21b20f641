import type { RosterBatchView, RosterOutcome, RosterReading, RosterRowView } from '../../../../shared/people/roster';
import type { RosterFacts } from './roster-facts';

type Summary = NonNullable<RosterBatchView['summary']>;

export function emptySummary({ departments, managers, managersInFile }: RosterFacts): Summary {
  return { departments, managers, managersInFile, byStatus: {}, afterwards: {}, repairs: {} };
}

interface SummarizedRow {
  outcome: RosterOutcome;
  reading: Partial<RosterReading>;
  repairs: RosterRowView['repairs'];
}

/** Adds a piece: statuses as the file's own words say them, before any decision, and how often each rule repaired. */
export function addToSummary(summary: Summary, rows: readonly SummarizedRow[]): Summary {
  const byStatus = { ...summary.byStatus };
  const repairs = { ...summary.repairs };
  for (const row of rows) {
    const { status } = row.reading;
    // Where the word could not be read, the dates that were laid over it say nothing about the file.
    if (status !== undefined && row.outcome !== 'rejected') byStatus[status] = (byStatus[status] ?? 0) + 1;
    for (const { rule } of row.repairs) repairs[rule] = (repairs[rule] ?? 0) + 1;
  }
  return { ...summary, byStatus, repairs };
}
