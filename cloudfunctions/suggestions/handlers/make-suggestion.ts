import { dayOf, instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { suggestionIdOf } from '../documents';
import { settleDuties } from '../duties/settle-duties';
import { isSameSuggestion, newSuggestion, suggestionView } from '../rules/suggestion';
import { store } from '../store';
import { viewerOf } from '../take-step';

export const makeSuggestion: Handler<SuggestionsContract['makeSuggestion']> = async (input, { caller, now }) => {
  const author = personOf(caller);
  const { personId } = author;
  const { requestId, ...draft } = input;
  const text = `${draft.title}\n${draft.text}`;
  const verdict = await ask('wechat', 'checkText', { personId, scene: 'forum', text }, now);
  if (!verdict.ok) return refuse('wait_and_repeat');
  const { suggest } = verdict.data;
  if (suggest === 'risky') return refuse('text_refused');
  const _id = suggestionIdOf(personId, requestId);
  const today = dayOf(now);
  const facts = { isDoubtful: suggest === 'review', requestId, at: instant(now), today };
  const made = newSuggestion(_id, author, draft, facts);
  if (await store.suggestions.insert(made)) {
    return suggestionView(await settleDuties(made, now), viewerOf(caller), today);
  }
  const earlier = await store.suggestions.read(_id);
  return earlier && isSameSuggestion(earlier, draft)
    ? suggestionView(earlier, viewerOf(caller), today)
    : refuse('request_id_reused');
};
