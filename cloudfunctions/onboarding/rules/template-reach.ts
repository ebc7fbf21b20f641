import type { OnboardingTemplate } from '../../../shared/onboarding/template';
import { type Reach, reaches } from '../../../shared/people/identity';
import type { StoredTemplate } from '../documents';

/** What is for everybody only HR everywhere changes. */
export const mayChange = ({ branchId }: Pick<OnboardingTemplate, 'branchId'>, reach: Reach): boolean =>
  reaches(reach, branchId);

export function templateView(template: StoredTemplate): OnboardingTemplate {
  const { isRetired: _, requestId: __, sort: ___, ...view } = template;
  return view;
}
