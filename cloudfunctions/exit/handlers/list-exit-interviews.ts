import type { ExitContract } from '../../../shared/exit/contract';
import type { Handler } from '../../platform/serve';
import { lineView } from '../rules/interview-view';
import { store } from '../store';
import { branchesWithin } from '../within-reach';

export const listExitInterviews: Handler<ExitContract['listExitInterviews']> = async (input, { caller }) => {
  const { state, cursor, limit } = input;
  const direction = state === 'pending' || state === 'scheduled' ? 'asc' : 'desc';
  const where = { state, ...branchesWithin(caller.reach) };
  const { items, next } = await store.interviews.page({ where, sortedBy: 'sort', direction, cursor, limit });
  return { items: items.map(lineView), next };
};
