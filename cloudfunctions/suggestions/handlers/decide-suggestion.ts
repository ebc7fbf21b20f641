import { dayOf } from '../../../shared/kernel/day';
import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { answerOf, takeStep } from '../take-step';

/** A suggestion decided at once is counted now; one that was taken up has its count already. */
export const decideSuggestion: Handler<SuggestionsContract['decideSuggestion']> = (input, context) => {
  const { suggestionId, verdict, words, requestId } = input;
  return takeStep({ suggestionId, requestId, step: 'decide' }, context, ({ answers, state }) => ({
    ...{ state: verdict, answerBy: null, answers: [...answers, answerOf(verdict, words, requestId, context)] },
    ...(state === 'open' ? { count: { on: dayOf(context.now), cursor: null, cells: [] } } : {}),
    owed: [
      ...(['clearTask', 'tellAuthor', 'tellSupporters'] as const),
      ...(verdict === 'adopted' ? (['earn'] as const) : []),
      ...(state === 'open' ? (['count'] as const) : []),
    ],
  }));
};
