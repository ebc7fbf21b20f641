import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import type { Handler } from '../../platform/serve';
import { changeInterview, interviewInReach, wholeView } from '../change-interview';

export const cancelExitInterview: Handler<ExitContract['cancelExitInterview']> = async (input, { caller, now }) => {
  const { employmentId, reason, requestId } = input;
  const interview = await interviewInReach(employmentId, caller.reach);
  const change = { state: 'cancelled', settledAt: instant(now), cancelReason: reason };
  return wholeView(await changeInterview(interview, { requestId, states: ['pending', 'scheduled'], change, now }));
};
