import { dayOf } from '../../../shared/kernel/day';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { suggestionView } from '../rules/suggestion';
import { store } from '../store';
import { viewerOf } from '../take-step';

export const listToAnswer: Handler<SuggestionsContract['listToAnswer']> = async (input, { caller, now }) => {
  const { cursor, limit } = input;
  const where = { dueSort: is.above('') };
  const { items, next } = await store.suggestions.page({ where, sortedBy: 'dueSort', direction: 'asc', cursor, limit });
  return { items: items.map((one) => suggestionView(one, viewerOf(caller), dayOf(now))), next };
};
