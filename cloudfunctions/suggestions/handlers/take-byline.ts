import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const takeByline: Handler<SuggestionsContract['takeByline']> = async ({ fact: { personId, isNamed } }) => {
  await store.suggestions.changeAll({ authorId: personId }, { isSigned: isNamed });
  return {};
};
