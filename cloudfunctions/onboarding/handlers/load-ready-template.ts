import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { type StoredTemplate, templateIdOf } from '../documents';
import { readyTemplate } from '../rules/ready-template';
import { templateView } from '../rules/template-reach';
import { store } from '../store';

export const loadReadyTemplate: Handler<OnboardingContract['loadReadyTemplate']> = async ({ requestId }) => {
  const _id = templateIdOf(null, null, null);
  const ready: StoredTemplate = {
    ...{ _id, ...readyTemplate, version: 1, isRetired: false, requestId, sort: `${readyTemplate.name}.${_id}` },
  };
  if (await store.templates.insert(ready)) return templateView(ready);
  const there = await store.templates.read(_id);
  if (there?.requestId === requestId) return templateView(there);
  if (!there?.isRetired) return refuse('template_twice');
  const { _id: __, ...facts } = ready;
  const { version } = there;
  const again = await store.templates.changeOne({ _id, version }, { ...facts, version: version + 1 });
  return again ? templateView(again) : refuse('template_twice');
};
