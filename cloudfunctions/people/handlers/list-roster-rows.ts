import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { findBatch } from '../roster/find-batch';
import { rowView } from '../roster/row-view';
import { store } from '../store';

export const listRosterRows: Handler<PeopleContract['listRosterRows']> = async (input, { caller }) => {
  const { batchId, outcome, cursor, limit } = input;
  await findBatch(batchId, caller);
  const where = { batchId, outcome };
  const { items, next } = await store.rosterRows.page({ where, sortedBy: '_id', direction: 'asc', cursor, limit });
  return { items: items.map(rowView), next };
};
