import { dayOf } from '../../../shared/kernel/day';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { onlyId } from '../documents';
import { guideView } from '../rules/guide';
import { store } from '../store';

/** Reads and forgets: who read it, or how often it was read, stands nowhere. */
export const readGuide: Handler<OffboardingContract['readGuide']> = async (_, { caller, now }) =>
  guideView(await store.guides.read(onlyId), caller.person, dayOf(now));
