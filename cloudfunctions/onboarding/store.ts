import { collection } from '../platform/db';
import type { StoredCard, StoredPaper, StoredRun, StoredTemplate } from './documents';

/** The collections of onboarding; their indexes are declared in function.json. */
export const store = {
  templates: collection<StoredTemplate>('onboardingTemplates'),
  runs: collection<StoredRun>('onboardingRuns'),
  papers: collection<StoredPaper>('onboardingPapers'),
  cards: collection<StoredCard>('profileCards'),
};
