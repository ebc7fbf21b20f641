import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { changeInterview, interviewInReach, wholeView } from '../change-interview';

/** An appointment is an invitation too. */
export const scheduleExitInterview: Handler<ExitContract['scheduleExitInterview']> = async (input, context) => {
  const { employmentId, scheduledAt, place, interviewerName, requestId } = input;
  const { caller, now } = context;
  const interview = await interviewInReach(employmentId, caller.reach);
  if (!interview.requestIds.includes(requestId) && scheduledAt < instant(now)) return refuse('exit_interview_past');
  const invitedAt = interview.invitedAt ?? instant(now);
  const change = { state: 'scheduled', scheduledAt, place, interviewerName, invitedAt };
  return wholeView(await changeInterview(interview, { requestId, states: ['pending', 'scheduled'], change, now }));
};
