import { is } from '../../platform/db';
import { advanceBatch } from '../roster/advance-batch';
import { store } from '../store';

/** A minute's work for batches that nobody is waiting at any more. */
const piecesAtOnce = 10;

/** Applying and undoing go on when the phone that began them is gone. One that is busy is left to who works on it. */
export async function continueBatches(quietSince: string, now: Date): Promise<number> {
  const where = { movingSince: is.between('', quietSince), leaseUntil: is.below(now.toISOString()) };
  let pieces = 0;
  const [standing] = await store.rosterBatches.list({ where, sortedBy: 'movingSince', limit: 1 });
  let batch = standing;
  while (batch && batch.movingSince !== null && pieces < piecesAtOnce) {
    batch = await advanceBatch(batch, now);
    pieces += 1;
  }
  return pieces;
}
