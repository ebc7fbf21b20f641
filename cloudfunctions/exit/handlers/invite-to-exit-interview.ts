import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import type { Handler } from '../../platform/serve';
import { changeInterview, interviewInReach, wholeView } from '../change-interview';

export const inviteToExitInterview: Handler<ExitContract['inviteToExitInterview']> = async (
  { employmentId, requestId },
  { caller, now },
) => {
  const interview = await interviewInReach(employmentId, caller.reach);
  const change = { invitedAt: interview.invitedAt ?? instant(now) };
  return wholeView(await changeInterview(interview, { requestId, states: ['pending', 'scheduled'], change, now }));
};
