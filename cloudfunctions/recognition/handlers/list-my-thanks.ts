import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { thanksView } from '../rules/send-thanks';
import { store } from '../store';
import { receivedPage } from '../thanks/received-page';

export const listMyThanks: Handler<RecognitionContract['listMyThanks']> = async (
  { box, cursor, limit },
  { caller },
) => {
  const { personId } = personOf(caller);
  if (box === 'received') return receivedPage({ toId: personId, isShown: true }, personId, cursor, limit);
  const where = { fromId: personId };
  const { items, next } = await store.thanks.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.map((card) => thanksView(card, personId)), next };
};
