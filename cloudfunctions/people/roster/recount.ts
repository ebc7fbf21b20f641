import { EmploymentStatus } from '../../../shared/people/model';
import { QuestionKind, RosterOutcome } from '../../../shared/people/roster';
import { by, type Change } from '../../platform/db';
import type { RosterBatchDocument } from '../documents';
import { store } from '../store';

/** Counts a batch from its rows: always right, however often a step was cut off and begun again. */
export async function recount({
  _id: batchId,
  summary,
}: Pick<RosterBatchDocument, '_id' | 'summary'>): Promise<Change & Pick<RosterBatchDocument, 'open'>> {
  const counts = await Promise.all(
    RosterOutcome.options.map(
      async (outcome) => [outcome, await store.rosterRows.count({ batchId, outcome })] as const,
    ),
  );
  const statuses = await Promise.all(
    EmploymentStatus.options.map(
      async (settledStatus) => [settledStatus, await store.rosterRows.count({ batchId, settledStatus })] as const,
    ),
  );
  const afterwards = Object.fromEntries(statuses.filter(([, rows]) => rows > 0));
  const waiting = counts.find(([outcome]) => outcome === 'waiting')?.[1] ?? 0;
  const kinds = waiting === 0 ? [] : QuestionKind.options;
  const open = await Promise.all(
    kinds.map(async (kind) => ({ kind, rows: await store.rosterRows.count({ batchId, openKinds: kind }) })),
  );
  return {
    counts: by.exactly(Object.fromEntries(counts)),
    summary: by.exactly(summary && { ...summary, afterwards }),
    open: open.filter(({ rows }) => rows > 0),
  };
}
