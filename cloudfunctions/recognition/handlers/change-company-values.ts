import type { RecognitionContract } from '../../../shared/recognition/contract';
import type { Handler } from '../../platform/serve';
import { companyValues } from '../company-values';
import { valueIdOf } from '../documents';
import { renamedValues } from '../rules/company-values';
import { store } from '../store';

/** Writing the same names again changes nothing, so a repeat needs no memory. */
export const changeCompanyValues: Handler<RecognitionContract['changeCompanyValues']> = async ({ names }) => {
  const values = renamedValues(await companyValues(), names, valueIdOf);
  await store.settings.put({ _id: 'thanks', values });
  return { values };
};
