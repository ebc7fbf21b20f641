import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { followPaper, paperInReach } from '../papers/papers';
import { paperView } from '../rules/paper';
import { store } from '../store';

export const declinePaper: Handler<ExitContract['declinePaper']> = async (input, { caller, now }) => {
  const { paperId: _id, reason, requestId } = input;
  const paper = await paperInReach(_id, caller.reach);
  if (paper.closedBy === requestId) {
    await followPaper(paper, now);
    return paperView(paper);
  }
  const said = { state: 'declined', declineReason: reason, closedBy: requestId, ownerName: personOf(caller).name };
  const declined = await store.papers.changeOne({ _id, state: 'requested' }, { ...said, pendingSince: instant(now) });
  if (!declined) return refuse('paper_closed');
  await followPaper(declined, now);
  return paperView(declined);
};
