import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { reaches } from '../../../shared/people/identity';
import type { Handler } from '../../platform/serve';
import { presentTemplates } from '../joiner';
import { mayChange, templateView } from '../rules/template-reach';

export const listTemplates: Handler<OnboardingContract['listTemplates']> = async (_, { caller: { reach } }) => {
  const templates = await presentTemplates();
  const shown = templates.filter(({ branchId }) => branchId === null || reaches(reach, branchId));
  return { items: shown.map((template) => ({ ...templateView(template), mayChange: mayChange(template, reach) })) };
};
