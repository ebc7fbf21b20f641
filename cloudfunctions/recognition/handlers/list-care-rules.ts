import type { RecognitionContract } from '../../../shared/recognition/contract';
import type { Handler } from '../../platform/serve';
import { careRules } from '../care/care-rules';
import { giftCards } from '../care/gift-cards';

export const listCareRules: Handler<RecognitionContract['listCareRules']> = async () => {
  const [items, kinds] = await Promise.all([careRules(), giftCards()]);
  return { items, giftCards: kinds.map(({ _id, name }) => ({ _id, name })) };
};
