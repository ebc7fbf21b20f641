import type { PeopleContract } from '../../../shared/people/contract';
import { by } from '../../platform/db';
import { removeFiles } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { keptUntil } from '../roster/advance-batch';
import { withLease } from '../roster/batch-lease';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';
import { isRepeat } from '../rules/roster/batch-step';

export const cancelRosterBatch: Handler<PeopleContract['cancelRosterBatch']> = async (input, { caller, now }) => {
  const { batchId, requestId } = input;
  const batch = await findBatch(batchId, caller);
  if (isRepeat('cancel', batch, requestId)) return batchView(batch);
  const cancelled = await withLease(batch, now, async ({ requests, fileId }) => {
    if (fileId !== null) await removeFiles([fileId]);
    const end = { stage: 'cancelled', fileId: null, open: [], purgeAt: keptUntil(now) };
    return { ...end, requests: by.exactly({ ...requests, cancel: requestId }) };
  });
  return batchView(cancelled);
};
