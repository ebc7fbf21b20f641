import type { ExitContract } from '../../../shared/exit/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { verifiedPaper } from '../rules/paper';
import { store } from '../store';

export const verifyPaper: Handler<ExitContract['verifyPaper']> = async ({ code }) => {
  const [paper] = await store.papers.list({ where: { code }, limit: 1 });
  return (paper && verifiedPaper(paper)) ?? refuse('paper_code_unknown');
};
