import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
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

/** Applying and undoing go on when the phone that began them is gone. One that is busy is left to who works on it. */
export async function continueBatches(quietSince: string, now: Date): Promise<number> {
  const where = { movingSince: is.between('', quietSince), leaseUntil: is.below(now.toISOString()) };
  const standing = await store.rosterBatches.list({ where, sortedBy: 'movingSince', limit: batchesAtOnce });
  let pieces = 0;
  await oneByOne(standing, async (batch) => {
    pieces += await continueBatch(batch, now);
  });
  return pieces;
}
