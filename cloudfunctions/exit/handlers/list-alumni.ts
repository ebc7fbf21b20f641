import type { ExitContract } from '../../../shared/exit/contract';
import type { Handler } from '../../platform/serve';
import { alumnusView } from '../alumni-record';
import { store } from '../store';
import { branchesWithin } from '../within-reach';

export const listAlumni: Handler<ExitContract['listAlumni']> = async ({ cursor, limit }, { caller }) => {
  const where = { isListed: true, ...branchesWithin(caller.reach) };
  const { items, next } = await store.alumni.page({ where, sortedBy: 'sort', direction: 'asc', cursor, limit });
  return { items: items.map(alumnusView), next };
};
