import type { ExitContract } from '../../../shared/exit/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { wholeCompany } from '../documents';
import { improvementView } from '../rules/improvement';
import { store } from '../store';

const mostImprovements = 20;
const nothing = { total: null, shares: [], tables: [], turnover: null };

/** Improvements are the whole company's. */
export const readExitBoard: Handler<ExitContract['readExitBoard']> = async ({ branchId: asked }, { caller }) => {
  const branchIds = caller.reach === 'everywhere' ? [] : [...caller.reach];
  if (asked !== undefined && !branchIds.includes(asked)) return refuse('branch_out_of_reach');
  const branchId = asked ?? branchIds[0] ?? null;
  const scope = caller.reach === 'everywhere' ? wholeCompany : (branchId ?? '');
  const [board, improvements] = await Promise.all([
    store.boards.read(scope),
    store.improvements.list({
      where: { sort: is.above('') },
      ...{ sortedBy: 'sort', direction: 'desc', limit: mostImprovements },
    }),
  ]);
  return {
    ...(board?.shown ?? nothing),
    ...{ branchId, branchIds },
    countedAt: board?.countedAt ?? null,
    hasUnassigned: board?.hasUnassigned ?? false,
    improvements: improvements.map(improvementView),
  };
};
