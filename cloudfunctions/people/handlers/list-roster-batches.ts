import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const listRosterBatches: Handler<PeopleContract['listRosterBatches']> = async (
  { cursor, limit },
  { caller: { reach } },
) => {
  const within = reach === 'everywhere' ? {} : { branchId: is.among(reach) };
  const where = { ...within, sort: is.above('') };
  return store.rosterBatches.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
};
