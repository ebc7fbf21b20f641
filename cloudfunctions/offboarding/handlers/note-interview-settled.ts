import { instant } from '../../../shared/kernel/day';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const noteInterviewSettled: Handler<OffboardingContract['noteInterviewSettled']> = async (input, { now }) => {
  const { employmentId, outcome, at } = input;
  // Found by the employment while the leaving is open; what is closed or withdrawn waits for no interview. An interview
  // that ended before this leaving was acknowledged belongs to an earlier one.
  await store.separations.changeOne(
    { openKey: employmentId, interview: 'pending', acknowledgedAt: is.between('', at) },
    { interview: outcome, version: by.adding(1), changedAt: instant(now) },
  );
  return {};
};
