import type { RosterBatchDocument, RosterRowDocument } from '../documents';
import { refreshIdentities } from '../identity-refresh';
import { peopleNamed } from './known-people';
import { weighStoredRow } from './row-weighing';
import { rowsBetween } from './stored-rows';

const rowsPerRefresh = 500;

/** Whom a row or the record before it names as manager: these may have become managers, or ceased to be. */
function managersAround(row: RosterRowDocument): string[] {
  const names = [weighStoredRow({ ...row, rejections: [] }).settled?.managerName, row.record?.employment?.managerName];
  return names.filter((name) => typeof name === 'string');
}

/** Carries the batch's changes over to those who have joined: the rows' own people and the managers around them. */
export async function refreshPiece(batch: RosterBatchDocument): Promise<number> {
  const { _id: batchId, doneRows } = batch;
  const rows = await rowsBetween(batchId, doneRows + 1, doneRows + rowsPerRefresh);
  const touched = rows.filter(mayHaveWritten);
  const named = await peopleNamed(touched.flatMap(managersAround));
  const managers = [...named.values()].flat();
  const known = touched.filter(({ record }) => record !== null);
  await refreshIdentities([...known, ...managers].map(({ personId }) => personId));
  return rows.length;
}

/** Rows that wrote something, or began to before somebody else came in between. */
export function mayHaveWritten({ outcome, rejections }: RosterRowDocument): boolean {
  if (outcome === 'new' || outcome === 'changed') return true;
  return outcome === 'rejected' && rejections.some(({ reason }) => reason === 'changedMeanwhile');
}
