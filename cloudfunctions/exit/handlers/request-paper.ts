import type { ExitContract } from '../../../shared/exit/contract';
import { mostWaiting } from '../../../shared/exit/papers';
import { dayOf } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { paperIdOf } from '../documents';
import { employmentOf } from '../employment-of';
import { checkPaperFits, paperView, requestedPaper } from '../rules/paper';
import { store } from '../store';

export const requestPaper: Handler<ExitContract['requestPaper']> = async (input, { caller, now }) => {
  const { kind, purpose, requestId } = input;
  const { personId, employmentId } = personOf(caller);
  const paperId = paperIdOf(personId, requestId);
  const earlier = await store.papers.read(paperId);
  if (earlier) return earlier.kind === kind ? paperView(earlier) : refuse('request_id_reused');
  const [of, waiting] = await Promise.all([
    employmentOf(employmentId, now),
    store.papers.count({ personId, state: 'requested' }),
  ]);
  if (!of) return refuse('wait_and_repeat');
  checkPaperFits(kind, of, dayOf(now));
  if (waiting >= mostWaiting) return refuse('papers_waiting_full', { most: mostWaiting });
  const paper = requestedPaper(of, { paperId, kind, purpose, now });
  return (await store.papers.insert(paper)) ? paperView(paper) : refuse('wait_and_repeat');
};
