import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { advanceBatch } from '../roster/advance-batch';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';

export const advanceRosterBatch: Handler<PeopleContract['advanceRosterBatch']> = async (
  { batchId },
  { caller, now },
) => {
  const batch = await findBatch(batchId, caller);
  return batchView(await advanceBatch(batch, now));
};
