import { is } from '../../platform/db';
import type { RosterBatchDocument, RosterRowDocument } from '../documents';
import { managerNamed } from '../rules/roster/manager-name';
import { store } from '../store';
import { askInChunks, chunksOf } from './chunks';
import { peopleNamed } from './known-people';
import { rowsBetween } from './stored-rows';
import { settledReading } from './write-piece';

const rowsPerLinking = 1000;
const idsAtOnce = 500;
const namesAtOnce = 100;

/**
 * Those who were written before their manager was: a name that meant nobody then, and means somebody of these rows now.
 * Undoing the batch unlinks them again (restore-piece.ts).
 */
async function linkWaiting(rows: readonly RosterRowDocument[], batchId: string): Promise<void> {
  const made = rows.filter((row) => !row.record?.employment && settledReading(row) !== null);
  const names = made.flatMap(({ reading }) => reading.name ?? []);
  const waiting = await askInChunks(names, namesAtOnce, (chunk) =>
    store.employments.list({
      where: { managerName: is.among(chunk), managerEmploymentId: null, batchId: is.not(batchId) },
      limit: 1000,
    }),
  );
  const known = await peopleNamed(waiting.flatMap(({ managerName }) => managerName ?? []));
  const ours = new Set(made.map(({ employmentId }) => employmentId));
  for (const [managerName, candidates] of known) {
    const manager = managerNamed(candidates);
    if (!manager || !ours.has(manager.employmentId)) continue;
    await store.employments.changeAll(
      { managerName, managerEmploymentId: null, batchId: is.not(batchId) },
      { managerEmploymentId: manager.employmentId, linkedByBatch: batchId },
    );
  }
}

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
      await store.employments.changeAll({ _id: is.among(ids), batchId }, { managerEmploymentId, linkedByBatch: null });
    }
  }
  await linkWaiting(rows, batchId);
  return rows.length;
}
