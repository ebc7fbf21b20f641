import { instant } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { withLease } from '../roster/batch-lease';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';
import { rowsThatBlockUndoing } from '../roster/undo-check';
import { isRepeat, mayUndo } from '../rules/roster/batch-step';

/** Looks through the whole batch before it begins to take anything back; advanceRosterBatch does the rest. */
export const undoRosterBatch: Handler<PeopleContract['undoRosterBatch']> = async (input, { caller, now }) => {
  const { batchId, requestId } = input;
  const batch = await findBatch(batchId, caller);
  if (isRepeat('undo', batch, requestId)) return batchView(batch);
  mayUndo(batch, instant(now));
  const undoing = await withLease(batch, now, async (leased) => {
    const rows = await rowsThatBlockUndoing(leased);
    if (rows > 0) return refuse('roster_undo_blocked', { rows });
    const requests = by.exactly({ ...leased.requests, undo: requestId });
    return { stage: 'undoing', phase: 'writing', doneRows: 0, movingSince: instant(now), requests };
  });
  return batchView(undoing);
};
