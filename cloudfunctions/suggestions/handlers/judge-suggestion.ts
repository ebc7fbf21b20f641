import { refuse } from '../../../shared/refusal';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { takeStep } from '../take-step';

export const judgeSuggestion: Handler<SuggestionsContract['judgeSuggestion']> = (input, context) => {
  const { suggestionId, verdict, reason, requestId } = input;
  const takenDownReason = verdict === 'show' ? null : (reason ?? refuse('reason_missing'));
  return takeStep({ suggestionId, requestId, step: 'judge' }, context, ({ state, answerBy }) =>
    verdict === 'show'
      ? { state: 'open', answerBy, takenDownReason, owed: state === 'inReview' ? ['putTask', 'tellAuthor'] : [] }
      : { state: 'takenDown', answerBy: null, takenDownReason, owed: ['clearTask', 'tellAuthor'] },
  );
};
