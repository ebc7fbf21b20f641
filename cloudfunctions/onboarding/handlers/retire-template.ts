import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { mayChange } from '../rules/template-reach';
import { store } from '../store';

export const retireTemplate: Handler<OnboardingContract['retireTemplate']> = async (input, { caller }) => {
  const { templateId, requestId } = input;
  const there = await store.templates.read(templateId);
  if (!there || !mayChange(there, caller.reach)) return refuse('template_not_found');
  if (there.requestId !== requestId)
    await store.templates.changeOne({ _id: templateId }, { isRetired: true, requestId });
  return {};
};
