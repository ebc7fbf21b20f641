import type { ExitContract } from '../../../shared/exit/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { improvementView } from '../rules/improvement';
import { store } from '../store';

export const listMyImprovements: Handler<ExitContract['listMyImprovements']> = async (
  { cursor, limit },
  { caller },
) => {
  const where = { ownerPersonId: personOf(caller).personId, sort: is.above('') };
  const { items, next } = await store.improvements.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.map(improvementView), next };
};
