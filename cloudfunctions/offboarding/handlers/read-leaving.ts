import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { findLeaving, leavingView } from '../find-leaving';

export const readLeaving: Handler<OffboardingContract['readLeaving']> = async ({ separationId }, context) =>
  leavingView(await findLeaving(separationId, context.caller), context);
