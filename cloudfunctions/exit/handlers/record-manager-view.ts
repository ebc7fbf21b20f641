import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { changeInterview } from '../change-interview';
import { sealedWords } from '../interview-words';
import { interviewOfReport, ownView } from '../manager-view';
import { checkReasonsKnown } from '../read-reasons';

export const recordManagerView: Handler<ExitContract['recordManagerView']> = async (input, { caller, now }) => {
  const { employmentId, reasonId, words, requestId } = input;
  const { personId: byId } = personOf(caller);
  const interview = await interviewOfReport(employmentId, byId);
  const isRepeat = interview.requestIds.includes(requestId);
  if (interview.managerView !== null && !isRepeat) return refuse('manager_view_written');
  await checkReasonsKnown([reasonId]);
  const view = { reasonId, words: sealedWords(employmentId, 'managerView', words), at: instant(now), byId };
  const change = { managerView: by.exactly(view) };
  const states = ['pending', 'scheduled', 'completed'] as const;
  return ownView(await changeInterview(interview, { requestId, states, change, now }));
};
