import type { ExitContract } from '../../../shared/exit/contract';
import type { Handler } from '../../platform/serve';
import { interviewInReach, wholeView } from '../change-interview';

export const readExitInterview: Handler<ExitContract['readExitInterview']> = async ({ employmentId }, { caller }) =>
  wholeView(await interviewInReach(employmentId, caller.reach));
