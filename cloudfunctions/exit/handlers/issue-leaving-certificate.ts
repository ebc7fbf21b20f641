import type { ExitContract } from '../../../shared/exit/contract';
import { dayOf, instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { leavingPaperIdOf } from '../documents';
import { employmentOf } from '../employment-of';
import { codeOf, followPaper, signature } from '../papers/papers';
import { paperFacts, requestedPaper } from '../rules/paper';
import { store } from '../store';

/** 劳动合同法 50: issued with the end of the contract. Before the last day nothing is certified. */
export const issueLeavingCertificate: Handler<ExitContract['issueLeavingCertificate']> = async (input, { now }) => {
  const { employmentId, relievingDate, at } = input;
  const paperId = leavingPaperIdOf(employmentId);
  const earlier = await store.papers.read(paperId);
  if (earlier) {
    await followPaper(earlier, now);
    return { paperId };
  }
  if (dayOf(now) < relievingDate) return refuse('paper_not_yet');
  const [of, signed] = await Promise.all([employmentOf(employmentId, now), signature(now)]);
  if (!of) return refuse('wait_and_repeat');
  const requested = requestedPaper(of, { paperId, kind: 'leaving', purpose: '离职', now: new Date(at) });
  const issued = {
    ...requested,
    ...{ state: 'issued' as const, code: codeOf(paperId), facts: paperFacts({ ...of, relievingDate }, signed, null) },
    ...{ issuedAt: instant(now), pendingSince: instant(now) },
  };
  if (await store.papers.insert(issued)) await followPaper(issued, now);
  return { paperId };
};
