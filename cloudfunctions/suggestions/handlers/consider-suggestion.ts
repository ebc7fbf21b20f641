import { dayOf } from '../../../shared/kernel/day';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { checkDecideBy } from '../rules/suggestion';
import { answerOf, takeStep } from '../take-step';

export const considerSuggestion: Handler<SuggestionsContract['considerSuggestion']> = (input, context) => {
  const { suggestionId, decideBy, words, requestId } = input;
  const today = dayOf(context.now);
  return takeStep({ suggestionId, requestId, step: 'consider' }, context, ({ answers }) => {
    checkDecideBy(decideBy, today);
    return {
      ...{ state: 'considered', answerBy: decideBy, owed: ['putTask', 'tellAuthor', 'count'] },
      answers: [...answers, answerOf('considered', words, requestId, context)],
      count: { on: today, cursor: null, cells: [] },
    };
  });
};
