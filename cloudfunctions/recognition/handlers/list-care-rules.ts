import type { RecognitionContract } from '../../../shared/recognition/contract';
import type { Handler } from '../../platform/serve';
import { careRules } from '../care/care-rules';

export const listCareRules: Handler<RecognitionContract['listCareRules']> = async () => ({ items: await careRules() });
