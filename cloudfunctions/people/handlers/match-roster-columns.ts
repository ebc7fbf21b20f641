import { dayOf } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { withLease } from '../roster/batch-lease';
import { batchView } from '../roster/batch-view';
import { findBatch } from '../roster/find-batch';
import { isRepeat } from '../rules/roster/batch-step';
import { missingFields, rematchColumns } from '../rules/roster/match-columns';

export const matchRosterColumns: Handler<PeopleContract['matchRosterColumns']> = async (input, { caller, now }) => {
  const { batchId, columns: choices, requestId } = input;
  const batch = await findBatch(batchId, caller);
  if (isRepeat('match', batch, requestId)) return batchView(batch);
  const columns = rematchColumns(batch.columns, choices);
  const missing = missingFields(columns);
  if (missing.length > 0) return refuse('roster_columns_missing', { missing: missing.join(',') });
  const reading = await withLease(batch, now, async ({ requests }) => ({
    stage: 'reading',
    columns,
    doneRows: 0,
    today: dayOf(now),
    requests: by.exactly({ ...requests, match: requestId }),
  }));
  return batchView(reading);
};
