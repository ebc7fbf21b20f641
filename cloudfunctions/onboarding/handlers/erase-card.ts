import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const eraseCard: Handler<OnboardingContract['eraseCard']> = async (_, { caller }) => {
  await store.cards.removeAll({ _id: personOf(caller).personId });
  return {};
};
