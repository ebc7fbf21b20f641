import { dayOf } from '../../../shared/kernel/day';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { suggestionView } from '../rules/suggestion';
import { store } from '../store';
import { viewerOf } from '../take-step';

export const listMySuggestions: Handler<SuggestionsContract['listMySuggestions']> = async (input, { caller, now }) => {
  const { cursor, limit } = input;
  const viewer = viewerOf(caller);
  const where = { authorId: viewer.personId, sort: is.above('') };
  const { items, next } = await store.suggestions.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.map((one) => suggestionView(one, viewer, dayOf(now))), next };
};
