import { is } from '../../platform/db';
import type { RosterBatchDocument, RosterRowDocument } from '../documents';
import { touchesEmployment, touchesPerson } from '../rules/roster/record-fields';
import { isUndoBlocked } from '../rules/roster/undo-blocked';
import { store } from '../store';
import { askInChunks } from './chunks';
import { personsById } from './known-people';
import { rowsBetween } from './stored-rows';

const rowsAtOnce = 500;

/** Employments of the batch to which somebody reports whose record another hand wrote. */
async function withOtherReports(employmentIds: readonly string[], batchId: string): Promise<Set<string>> {
  const others = await askInChunks(employmentIds, rowsAtOnce, (chunk) =>
    store.employments.list({
      where: {
        managerEmploymentId: is.among(chunk),
        batchId: is.not(batchId),
        // Whom the batch linked by itself, it unlinks by itself.
        linkedByBatch: is.not(batchId),
      },
      limit: 1000,
    }),
  );
  return new Set(others.flatMap(({ managerEmploymentId }) => managerEmploymentId ?? []));
}

async function blockedAmong(rows: readonly RosterRowDocument[], batchId: string, appliedAt: string): Promise<number> {
  const written = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  const persons = await personsById(written.map(({ personId }) => personId));
  const ids = written.map(({ employmentId }) => employmentId);
  const found = await askInChunks(ids, rowsAtOnce, (chunk) =>
    store.employments.list({ where: { _id: is.among(chunk) }, limit: rowsAtOnce }),
  );
  const employments = new Map(found.map((employment) => [employment._id, employment]));
  const made = written.filter(({ record }) => !record?.employment).map(({ employmentId }) => employmentId);
  const reportedTo = await withOtherReports(made, batchId);
  return written.filter(({ record, changes, personId, employmentId }) =>
    isUndoBlocked({
      batchId,
      appliedAt,
      before: { person: record?.person ?? null, employment: record?.employment ?? null },
      touches: {
        person: record === null || touchesPerson(changes),
        employment: !record?.employment || touchesEmployment(changes),
      },
      person: persons.get(personId),
      employment: employments.get(employmentId),
      hasOtherReports: reportedTo.has(employmentId),
    }),
  ).length;
}

/** How many rows something later depends on. The whole batch is looked through before anything is taken back. */
export async function rowsThatBlockUndoing(batch: RosterBatchDocument): Promise<number> {
  const { _id, totalRows, appliedAt } = batch;
  let blocked = 0;
  for (let done = 0; done < (totalRows ?? 0); done += rowsAtOnce) {
    blocked += await blockedAmong(await rowsBetween(_id, done + 1, done + rowsAtOnce), _id, appliedAt ?? '');
  }
  return blocked;
}
