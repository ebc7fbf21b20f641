import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';

export const readRosterBatch: Handler<PeopleContract['readRosterBatch']> = async ({ batchId }, { caller }) =>
  batchView(await findBatch(batchId, caller));
