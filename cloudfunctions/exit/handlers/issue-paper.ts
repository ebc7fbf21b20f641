import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { employmentOf } from '../employment-of';
import { codeOf, followPaper, paperInReach, sealedIncome, signature } from '../papers/papers';
import { paperFacts, paperView } from '../rules/paper';
import { store } from '../store';

export const issuePaper: Handler<ExitContract['issuePaper']> = async (input, { caller, now }) => {
  const { paperId: _id, monthlyFen, requestId } = input;
  const paper = await paperInReach(_id, caller.reach);
  if (paper.closedBy === requestId) {
    await followPaper(paper, now);
    return paperView(paper);
  }
  if (paper.state !== 'requested') return refuse('paper_closed');
  if (paper.kind === 'income' && monthlyFen === null) return refuse('paper_income_missing');
  const [of, signed] = await Promise.all([employmentOf(paper.employmentId, now), signature(now)]);
  if (!of) return refuse('wait_and_repeat');
  const income = paper.kind === 'income' && monthlyFen !== null ? sealedIncome(_id, monthlyFen) : null;
  const issued = await store.papers.changeOne(
    { _id, state: 'requested' },
    {
      ...{ state: 'issued', code: codeOf(_id), facts: by.exactly(paperFacts(of, signed, income)), closedBy: requestId },
      ...{ issuedAt: instant(now), ownerName: personOf(caller).name, pendingSince: instant(now) },
    },
  );
  if (!issued) return refuse('paper_closed');
  await followPaper(issued, now);
  return paperView(issued);
};
