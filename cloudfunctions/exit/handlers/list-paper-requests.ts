import type { ExitContract } from '../../../shared/exit/contract';
import type { Handler } from '../../platform/serve';
import { paperView } from '../rules/paper';
import { store } from '../store';
import { branchesWithin } from '../within-reach';

export const listPaperRequests: Handler<ExitContract['listPaperRequests']> = async (input, { caller }) => {
  const { state, cursor, limit } = input;
  const direction = state === 'requested' ? 'asc' : 'desc';
  const where = { state, ...branchesWithin(caller.reach) };
  const { items, next } = await store.papers.page({ where, sortedBy: 'sort', direction, cursor, limit });
  return { items: items.map(paperView), next };
};
