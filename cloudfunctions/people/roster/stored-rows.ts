import { by, is } from '../../platform/db';
import { type RosterRowDocument, rowIdOf } from '../documents';
import { store } from '../store';
import { weighStoredRow } from './row-weighing';

/** The rows from one number to another, both included; at most 1,000. */
export function rowsBetween(batchId: string, from: number, to: number): Promise<RosterRowDocument[]> {
  return store.rosterRows.list({
    where: { _id: is.between(rowIdOf(batchId, from), rowIdOf(batchId, to)) },
    sortedBy: '_id',
    limit: 1000,
  });
}

/** Writes a row's decisions and what follows from them. */
export async function saveDecided(row: RosterRowDocument): Promise<void> {
  const { outcome, openKinds, changes, settledStatus } = weighStoredRow(row);
  const { questions, supersededBy } = row;
  const decided = { questions, supersededBy, outcome, openKinds, changes, settledStatus };
  await store.rosterRows.changeOne({ _id: row._id }, decided);
}

/** A row that cannot be written because somebody changed the record: reported, never overwritten. */
export async function reportChangedMeanwhile(row: RosterRowDocument): Promise<void> {
  await store.rosterRows.changeOne(
    { _id: row._id },
    { outcome: 'rejected', settledStatus: null, rejections: by.exactly([{ reason: 'changedMeanwhile', field: null }]) },
  );
}
