import type { PeopleContract } from '../../../shared/people/contract';
import { FileProblem } from '../../../shared/people/roster';
import { Refusal, refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import { cloudPathOf, removeFiles } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import type { RosterBatchDocument } from '../documents';
import { withLease } from '../roster/batch-lease';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';
import { readUploaded } from '../roster/read-piece';
import { isRepeat } from '../rules/roster/batch-step';
import { matchColumns } from '../rules/roster/match-columns';

/** Rows from which examples for the eye are taken. */
const sampledRows = 50;

/** A refusal that is about the file itself; anything else stays what it is. */
function problemIn(error: unknown): FileProblem {
  const problem = error instanceof Refusal ? FileProblem.safeParse(error) : null;
  if (!problem?.success) throw error;
  return problem.data;
}

/** The batch keeps why its file could not be used, so that a repeat hears it again. */
function answerOf(batch: RosterBatchDocument) {
  const { fileProblem } = batch;
  return fileProblem === null ? batchView(batch) : refuse(fileProblem.code, fileProblem.detail);
}

export const readRosterColumns: Handler<PeopleContract['readRosterColumns']> = async (input, { caller, now }) => {
  const { batchId, fileId, requestId } = input;
  const batch = await findBatch(batchId, caller);
  if (isRepeat('read', batch, requestId)) return answerOf(batch);
  // Only the file that was uploaded for this batch, whatever else a file id might name.
  if (cloudPathOf(fileId) !== batch.uploadPath) return refuse('roster_file_not_found');
  const mapped = await withLease(batch, now, async ({ requests }) => {
    const table = await readUploaded(fileId).catch(problemIn);
    const read = by.exactly({ ...requests, read: requestId });
    if ('code' in table) {
      // What is no roster may hold anything: it does not stay.
      await removeFiles([fileId]);
      return { stage: 'unusable', fileId: null, fileProblem: by.exactly(table), requests: read };
    }
    const { headings, rows } = table;
    return {
      stage: 'mapped',
      fileId,
      fileProblem: null,
      columns: matchColumns(headings, rows.slice(0, sampledRows)),
      totalRows: rows.length,
      requests: read,
    };
  });
  return answerOf(mapped);
};
