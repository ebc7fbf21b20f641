import type { ExitContract } from '../../../shared/exit/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { interviewOfReport, ownView } from '../manager-view';

export const readManagerView: Handler<ExitContract['readManagerView']> = async ({ employmentId }, { caller }) =>
  ownView(await interviewOfReport(employmentId, personOf(caller).personId));
