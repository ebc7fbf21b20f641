import { is } from '../../platform/db';
import type { RosterBatchDocument } from '../documents';
import { advanceBatch } from '../roster/advance-batch';
import { store } from '../store';

/** A minute's work for batches that nobody is waiting at any more. */
const batchesAtOnce = 5;
const piecesOfABatch = 5;

async function continueBatch(standing: RosterBatchDocument, now: Date): Promise<number> {
  let batch = standing;
  let pieces = 0;
  for (; batch.movingSince !== null && pieces < piecesOfABatch; pieces += 1) batch = await advanceBatch(batch, now);
  return pieces;
}

/**
 * Applying and undoing go on when the phone that began them is gone. One that is busy is left to who works on it, and
 * one that fails does not hold up the others.
 */
export async function continueBatches(quietSince: string, now: Date): Promise<number> {
  const where = { movingSince: is.between('', quietSince), leaseUntil: is.below(now.toISOString()) };
  const standing = await store.rosterBatches.list({ where, sortedBy: 'movingSince', limit: batchesAtOnce });
  let pieces = 0;
  for (const batch of standing) {
    try {
      pieces += await continueBatch(batch, now);
    } catch (error) {
      const reason = error instanceof Error ? error.stack : String(error);
      console.error(
        JSON.stringify({ level: 'error', job: 'people.continueBatches', batchId: batch._id, error: reason }),
      );
    }
  }
  return pieces;
}
