import type { RecognitionContract } from '../../../shared/recognition/contract';
import type { Handler } from '../../platform/serve';
import { companyValues } from '../company-values';

export const readThanksSettings: Handler<RecognitionContract['readThanksSettings']> = async () => ({
  values: await companyValues(),
});
