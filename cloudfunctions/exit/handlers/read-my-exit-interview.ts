import type { ExitContract } from '../../../shared/exit/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { formWords } from '../interview-words';
import { isFormOpen } from '../interviews';
import { myInterviewView } from '../rules/interview-view';
import { store } from '../store';

/** Somebody whom HR has not invited is asked nothing. */
export const readMyExitInterview: Handler<ExitContract['readMyExitInterview']> = async (_, { caller, now }) => {
  const interview = await store.interviews.read(personOf(caller).employmentId);
  if (!interview?.invitedAt || interview.state === 'cancelled') return { interview: null };
  return { interview: myInterviewView(interview, formWords(interview), isFormOpen(interview, now)) };
};
