import { dayOf } from '../../../shared/kernel/day';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { suggestionView } from '../rules/suggestion';
import { store } from '../store';
import { viewerOf } from '../take-step';

export const listSuggestions: Handler<SuggestionsContract['listSuggestions']> = async (input, { caller, now }) => {
  const { which, topic, cursor, limit } = input;
  const viewer = viewerOf(caller);
  const { items, next } = await store.suggestions.page({
    where: {
      ...(which === 'adopted' ? { isAdopted: true } : { shelf: which }),
      ...(topic === undefined ? {} : { topic }),
      sort: is.above(''),
    },
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  return { items: items.map((one) => suggestionView(one, viewer, dayOf(now))), next };
};
