import type { ExitContract } from '../../../shared/exit/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { wholeCompany } from '../documents';
import { improvementView } from '../rules/improvement';
import { store } from '../store';

const mostImprovements = 20;
const nothing = { total: null, shares: [], tables: [], turnover: null };

/** HR of several branches sees the first of them. Improvements are the whole company's. */
export const readExitBoard: Handler<ExitContract['readExitBoard']> = async (_, { caller }) => {
  const { reach } = caller;
  const scope = reach === 'everywhere' ? wholeCompany : (reach[0] ?? '');
  const [board, improvements] = await Promise.all([
    store.boards.read(scope),
    store.improvements.list({
      where: { sort: is.above('') },
      ...{ sortedBy: 'sort', direction: 'desc', limit: mostImprovements },
    }),
  ]);
  return {
    ...(board?.shown ?? nothing),
    countedAt: board?.countedAt ?? null,
    hasUnassigned: board?.hasUnassigned ?? false,
    improvements: improvements.map(improvementView),
  };
};
