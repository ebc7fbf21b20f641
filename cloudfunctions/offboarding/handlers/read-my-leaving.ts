import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { leavingView } from '../find-leaving';
import { store } from '../store';

export const readMyLeaving: Handler<OffboardingContract['readMyLeaving']> = async (_, context) => {
  const { personId } = personOf(context.caller);
  const [separation] = await store.separations.list({
    where: { personId },
    sortedBy: 'submittedAt',
    direction: 'desc',
    limit: 1,
  });
  return { leaving: separation ? await leavingView(separation, context) : null };
};
