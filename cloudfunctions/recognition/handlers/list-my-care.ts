import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { careView } from '../rules/sign-care';
import { store } from '../store';

export const listMyCare: Handler<RecognitionContract['listMyCare']> = async ({ cursor, limit }, { caller }) => {
  const where = { personId: personOf(caller).personId, state: 'delivered' };
  const { items, next } = await store.care.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.map(careView), next };
};
