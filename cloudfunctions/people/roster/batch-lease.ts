import { randomUUID } from 'node:crypto';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { type Change, is } from '../../platform/db';
import { leaseFree, type RosterBatchDocument } from '../documents';
import { store } from '../store';

/** As long as the function may run: a holder that was killed cannot write any more when the next one begins. */
const leaseSeconds = 60;

/**
 * Lets one caller at a time work on a batch in a known stage. What the work returns is written to the batch in the same
 * request that gives the lease back, so that progress and its rows can only be counted once.
 */
export async function withLease(
  batch: RosterBatchDocument,
  now: Date,
  work: (batch: RosterBatchDocument) => Promise<Change>,
): Promise<RosterBatchDocument> {
  const leaseHolder = randomUUID();
  const leaseUntil = instant(new Date(now.getTime() + leaseSeconds * 1000));
  const leased = await store.rosterBatches.changeOne(
    { _id: batch._id, stage: batch.stage, leaseUntil: is.below(instant(now)) },
    { leaseHolder, leaseUntil },
  );
  if (!leased) return refuse('roster_batch_busy');
  const giveBack = (change: Change) =>
    store.rosterBatches.changeOne(
      { _id: batch._id, leaseHolder },
      { ...change, leaseHolder: null, leaseUntil: leaseFree },
    );
  let change: Change;
  try {
    change = await work(leased);
  } catch (error) {
    // The failure is what matters; a lease that cannot be given back now runs out by itself.
    await giveBack({}).catch(() => null);
    throw error;
  }
  return (await giveBack(change)) ?? refuse('roster_batch_busy');
}
