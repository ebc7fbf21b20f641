import type { ExitContract } from '../../../shared/exit/contract';
import { mostWaiting } from '../../../shared/exit/papers';
import { dayOf, instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { paperIdOf } from '../documents';
import { employmentOf } from '../employment-of';
import { followPaper } from '../papers/papers';
import { checkPaperFits, paperView, requestedPaper } from '../rules/paper';
import { store } from '../store';

export const requestPaper: Handler<ExitContract['requestPaper']> = async (input, { caller, now }) => {
  const { kind, purpose, requestId } = input;
  const { personId, employmentId } = personOf(caller);
  const paperId = paperIdOf(personId, requestId);
  const earlier = await store.papers.read(paperId);
  if (earlier) {
    if (earlier.kind !== kind) return refuse('request_id_reused');
    await followPaper(earlier, now);
    return paperView(earlier);
  }
  const [of, waiting] = await Promise.all([
    employmentOf(employmentId, now),
    store.papers.count({ personId, state: 'requested' }),
  ]);
  if (!of) return refuse('wait_and_repeat');
  checkPaperFits(kind, of, dayOf(now));
  if (waiting >= mostWaiting) return refuse('papers_waiting_full', { most: mostWaiting });
  const paper = { ...requestedPaper(of, { paperId, kind, purpose, now }), pendingSince: instant(now) };
  if (!(await store.papers.insert(paper))) return refuse('wait_and_repeat');
  await followPaper(paper, now);
  return paperView(paper);
};
