import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { changeInterview, interviewInReach, wholeView } from '../change-interview';
import { sealedWords } from '../interview-words';
import { checkReasonsKnown } from '../read-reasons';

/** Somebody who was not invited may be talked to all the same. */
export const recordExitTalk: Handler<ExitContract['recordExitTalk']> = async (input, { caller, now }) => {
  const { employmentId, reasonId, notes, suggestions, outcome, requestId } = input;
  const interview = await interviewInReach(employmentId, caller.reach);
  await checkReasonsKnown(reasonId === null ? [] : [reasonId]);
  const talk = { reasonId, words: sealedWords(employmentId, 'talk', { notes, suggestions }) };
  const change = { state: 'completed', settledAt: instant(now), outcome, talk: by.exactly(talk) };
  return wholeView(await changeInterview(interview, { requestId, states: ['pending', 'scheduled'], change, now }));
};
