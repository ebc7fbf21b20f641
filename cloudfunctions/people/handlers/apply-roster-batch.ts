import { instant } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { withLease } from '../roster/batch-lease';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';
import { isRepeat, mayApply } from '../rules/roster/batch-step';
import { store } from '../store';

/** Begins the applying; advanceRosterBatch does it, and the sweep where nobody calls that any more. */
export const applyRosterBatch: Handler<PeopleContract['applyRosterBatch']> = async (input, { caller, now }) => {
  const { batchId, requestId } = input;
  const batch = await findBatch(batchId, caller);
  if (isRepeat('apply', batch, requestId)) return batchView(batch);
  const applying = await withLease(batch, now, async (leased) => {
    // Counted now: a decision that was cut off may have left the batch with an older count.
    mayApply(await store.rosterRows.count({ batchId, outcome: 'waiting' }));
    const requests = by.exactly({ ...leased.requests, apply: requestId });
    return { stage: 'applying', phase: 'writing', doneRows: 0, movingSince: instant(now), requests };
  });
  return batchView(applying);
};
