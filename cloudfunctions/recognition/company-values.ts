import type { CompanyValue } from '../../shared/recognition/thanks';
import { firstValues } from './rules/company-values';
import { store } from './store';

/** The company's values: HR's own, or the first ones. */
export async function companyValues(): Promise<CompanyValue[]> {
  const settings = await store.settings.read('thanks');
  return settings?.values ?? [...firstValues];
}
