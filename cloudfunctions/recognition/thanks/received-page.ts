import type { Page } from '../../../shared/kernel/page';
import type { ThankYouCard } from '../../../shared/recognition/thanks';
import { is, type Where } from '../../platform/db';
import { thanksView } from '../rules/send-thanks';
import { store } from '../store';

/** A page of cards by who received them: two requests. A card to two of a manager's people stands there once a page. */
export async function receivedPage(
  where: Where,
  viewerId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<ThankYouCard>> {
  const { items, next } = await store.received.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  const ids = [...new Set(items.map(({ cardId }) => cardId))];
  if (ids.length === 0) return { items: [], next };
  const cards = await store.thanks.list({ where: { _id: is.among(ids), state: 'shown' }, limit: ids.length });
  const byId = new Map(cards.map((card) => [card._id, card]));
  return { items: ids.flatMap((id) => byId.get(id) ?? []).map((card) => thanksView(card, viewerId)), next };
}
