import { dayOf } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import { mostSupporters } from '../../../shared/suggestions/suggestion';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { checkStep, suggestionView } from '../rules/suggestion';
import { store } from '../store';
import { viewerOf } from '../take-step';

/** 支持: one update of one set, so that repeats and races cannot count anybody twice. */
export const supportSuggestion: Handler<SuggestionsContract['supportSuggestion']> = async (input, { caller, now }) => {
  const { suggestionId, isSupported } = input;
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const room = isSupported ? { [`supporters.${mostSupporters - 1}`]: is.absent() } : {};
  const changed = await store.suggestions.changeOne(
    { _id: suggestionId, shelf: 'waiting', authorId: is.not(personId), ...room },
    { supporters: isSupported ? by.joining(personId) : by.pulling(personId) },
  );
  if (changed) return suggestionView(changed, viewer, dayOf(now));
  const found = await store.suggestions.read(suggestionId);
  if (!found) return refuse('suggestion_not_found');
  checkStep(found, viewer, 'support');
  return found.supporters.includes(personId)
    ? suggestionView(found, viewer, dayOf(now))
    : refuse('suggestion_supporters_full', { supporters: mostSupporters });
};
