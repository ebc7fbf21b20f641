import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { thanksView } from '../rules/send-thanks';
import { store } from '../store';

export const listThanks: Handler<RecognitionContract['listThanks']> = async ({ cursor, limit }, { caller }) => {
  const { personId } = personOf(caller);
  const where = { state: 'shown' };
  const { items, next } = await store.thanks.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.map((card) => thanksView(card, personId)), next };
};
