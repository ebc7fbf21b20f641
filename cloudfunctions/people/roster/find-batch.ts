import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { Caller } from '../../platform/caller';
import type { RosterBatchDocument } from '../documents';
import { store } from '../store';

/** A batch within reach: those of the head office's HR are for HR only, those of a branch also for that branch. */
export async function findBatch(batchId: string, { reach }: Caller): Promise<RosterBatchDocument> {
  const batch = await store.rosterBatches.read(batchId);
  return batch && reaches(reach, batch.branchId) ? batch : refuse('roster_batch_not_found');
}
