import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import { cloudPathOf } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { withLease } from '../roster/batch-lease';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';
import { readUploaded } from '../roster/read-piece';
import { isRepeat } from '../rules/roster/batch-step';
import { matchColumns } from '../rules/roster/match-columns';

/** Rows from which examples for the eye are taken. */
const sampledRows = 50;

export const readRosterColumns: Handler<PeopleContract['readRosterColumns']> = async (input, { caller, now }) => {
  const { batchId, fileId, requestId } = input;
  const batch = await findBatch(batchId, caller);
  if (isRepeat('read', batch, requestId)) return batchView(batch);
  // Only the file that was uploaded for this batch, whatever else a file id might name.
  if (cloudPathOf(fileId) !== batch.uploadPath) return refuse('roster_file_not_found');
  const mapped = await withLease(batch, now, async ({ requests }) => {
    const { headings, rows } = await readUploaded(fileId);
    return {
      stage: 'mapped',
      fileId,
      columns: matchColumns(headings, rows.slice(0, sampledRows)),
      totalRows: rows.length,
      requests: by.exactly({ ...requests, read: requestId }),
    };
  });
  return batchView(mapped);
};
