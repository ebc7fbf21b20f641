import { dayOf } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { maySee, suggestionView } from '../rules/suggestion';
import { store } from '../store';
import { viewerOf } from '../take-step';

export const readSuggestion: Handler<SuggestionsContract['readSuggestion']> = async (input, { caller, now }) => {
  const viewer = viewerOf(caller);
  const found = await store.suggestions.read(input.suggestionId);
  return found && maySee(found, viewer) ? suggestionView(found, viewer, dayOf(now)) : refuse('suggestion_not_found');
};
