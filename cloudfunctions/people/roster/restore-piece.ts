import { is } from '../../platform/db';
import type { RosterBatchDocument, RosterRowDocument } from '../documents';
import { store } from '../store';
import { fewAtATime } from './chunks';
import { personsById } from './known-people';
import { mayHaveWritten } from './refresh-piece';
import { rowsBetween } from './stored-rows';

/** Rows a piece of undoing: a changed row costs up to two requests. */
const rowsPerRestoring = 500;

/** Removes whom the batch made, as far as nobody has joined as them since the check. */
async function removeMade(rows: readonly RosterRowDocument[], batchId: string): Promise<void> {
  const newcomers = rows.filter(({ record }) => record === null).map(({ personId }) => personId);
  if (newcomers.length > 0) {
    await store.persons.removeAll({ _id: is.among(newcomers), batchId, version: 1, joinedAt: null });
  }
  const staying = await personsById(newcomers);
  const stints = rows
    .filter(({ record, personId }) => !record?.employment && !staying.has(personId))
    .map(({ employmentId }) => employmentId);
  if (stints.length === 0) return;
  await store.joiningCodes.removeAll({ _id: is.among(stints), usedAt: null });
  await store.employments.changeAll(
    { managerEmploymentId: is.among(stints), linkedByBatch: batchId },
    { managerEmploymentId: null, linkedByBatch: null },
  );
  await store.employments.removeAll({ _id: is.among(stints), batchId, version: 1 });
}

/** Writes back what was there, version and all, so that an earlier batch can be undone after this one. */
async function restoreChanged({ record }: RosterRowDocument, batchId: string): Promise<void> {
  if (!record) return;
  const { _id: personId, ...person } = record.person;
  await store.persons.changeOne({ _id: personId, batchId, version: person.version + 1 }, person);
  if (!record.employment) return;
  const { _id: employmentId, ...employment } = record.employment;
  await store.employments.changeOne({ _id: employmentId, batchId, version: employment.version + 1 }, employment);
}

/** Takes back the next rows. Each write asks again whether it is still the batch's own. */
export async function restorePiece(batch: RosterBatchDocument): Promise<number> {
  const { _id: batchId, doneRows } = batch;
  const rows = await rowsBetween(batchId, doneRows + 1, doneRows + rowsPerRestoring);
  const written = rows.filter(mayHaveWritten);
  await removeMade(written, batchId);
  await fewAtATime(
    written.filter(({ record, changes }) => record !== null && changes.length > 0),
    (row) => restoreChanged(row, batchId),
  );
  return rows.length;
}
