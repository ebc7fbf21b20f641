import { is } from '../../platform/db';
import type { RosterBatchDocument } from '../documents';
import { managerNamed } from '../rules/roster/manager-name';
import { store } from '../store';
import { chunksOf } from './chunks';
import { peopleNamed } from './known-people';
import { rowsBetween } from './stored-rows';
import { settledReading } from './write-piece';

export const rowsPerLinking = 1000;
const idsAtOnce = 500;

/**
 * Links employments to their managers, once everybody of the file is written: one request for each manager, whoever
 * reports to them. A name that means nobody, or more than one person, stays a name.
 */
export async function linkPiece(batch: RosterBatchDocument): Promise<number> {
  const { _id: batchId, doneRows } = batch;
  const rows = await rowsBetween(batchId, doneRows + 1, doneRows + rowsPerLinking);
  const reporting = rows.flatMap((row) => {
    const managerName = settledReading(row)?.managerName;
    const isSaid = row.record?.employment == null || row.changes.some(({ field }) => field === 'managerName');
    return managerName && isSaid ? [{ employmentId: row.employmentId, managerName }] : [];
  });
  const known = await peopleNamed(reporting.map(({ managerName }) => managerName));
  const reportsOf = new Map<string, string[]>();
  for (const { employmentId, managerName } of reporting) {
    const manager = managerNamed(known.get(managerName) ?? []);
    if (!manager || manager.employmentId === employmentId) continue;
    reportsOf.set(manager.employmentId, [...(reportsOf.get(manager.employmentId) ?? []), employmentId]);
  }
  for (const [managerEmploymentId, reports] of reportsOf) {
    for (const ids of chunksOf(reports, idsAtOnce)) {
      await store.employments.changeAll({ _id: is.among(ids), batchId }, { managerEmploymentId });
    }
  }
  return rows.length;
}
