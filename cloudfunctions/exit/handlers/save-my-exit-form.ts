import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { changeInterview } from '../change-interview';
import { formWords, sealedWords } from '../interview-words';
import { isFormOpen } from '../interviews';
import { checkReasonsKnown } from '../read-reasons';
import { myInterviewView } from '../rules/interview-view';
import { store } from '../store';

/** The form outlives the talk: whoever thinks of something afterwards may still say it. */
export const saveMyExitForm: Handler<ExitContract['saveMyExitForm']> = async (input, { caller, now }) => {
  const { employmentId, reasonIds, story, suggestions, plans, wouldReturn, wouldRecommend, isHandedIn } = input;
  const { requestId } = input;
  const interview = await store.interviews.read(employmentId);
  const isMine = interview?.personId === personOf(caller).personId && interview.invitedAt !== null;
  if (!interview || !isMine) return refuse('exit_interview_not_found');
  const isRepeat = interview.requestIds.includes(requestId);
  if (!isRepeat && (interview.handedInAt !== null || !isFormOpen(interview, now))) {
    return refuse('exit_interview_closed');
  }
  if (isHandedIn && (reasonIds.length === 0 || wouldReturn === null || wouldRecommend === null)) {
    return refuse('exit_form_incomplete');
  }
  await checkReasonsKnown(reasonIds);
  const words = sealedWords(employmentId, 'form', { story, suggestions, plans });
  const form = { reasonIds: [...new Set(reasonIds)], wouldReturn, wouldRecommend, words, savedAt: instant(now) };
  const changed = await changeInterview(interview, {
    ...{ requestId, now, states: ['pending', 'scheduled', 'completed'] },
    change: { form: by.exactly(form), handedInAt: isHandedIn ? instant(now) : null },
  });
  return myInterviewView(changed, formWords(changed), isFormOpen(changed, now));
};
