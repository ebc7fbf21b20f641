import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { takeStep } from '../take-step';

export const withdrawSuggestion: Handler<SuggestionsContract['withdrawSuggestion']> = (input, context) =>
  takeStep({ ...input, step: 'withdraw' }, context, () => ({
    ...{ state: 'withdrawn', answerBy: null, owed: ['clearTask'] },
  }));
