import type { ExitContract } from '../../../shared/exit/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { paperView } from '../rules/paper';
import { store } from '../store';

export const listMyPapers: Handler<ExitContract['listMyPapers']> = async ({ cursor, limit }, { caller }) => {
  const where = { personId: personOf(caller).personId };
  const { items, next } = await store.papers.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.map(paperView), next };
};
