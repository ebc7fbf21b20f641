import { suggestions } from '../../shared/suggestions/contract';
import { serve } from '../platform/serve';
import { changeCorePosts } from './handlers/change-core-posts';
import { considerSuggestion } from './handlers/consider-suggestion';
import { decideSuggestion } from './handlers/decide-suggestion';
import { judgeSuggestion } from './handlers/judge-suggestion';
import { listMySuggestions } from './handlers/list-my-suggestions';
import { listSuggestions } from './handlers/list-suggestions';
import { listToAnswer } from './handlers/list-to-answer';
import { makeSuggestion } from './handlers/make-suggestion';
import { readCorePosts } from './handlers/read-core-posts';
import { readSuggestion } from './handlers/read-suggestion';
import { recordOutcome } from './handlers/record-outcome';
import { supportSuggestion } from './handlers/support-suggestion';
import { takeByline } from './handlers/take-byline';
import { withdrawSuggestion } from './handlers/withdraw-suggestion';
import { minute } from './jobs/minute';

const handlers = {
  changeCorePosts,
  considerSuggestion,
  decideSuggestion,
  judgeSuggestion,
  listMySuggestions,
  listSuggestions,
  listToAnswer,
  makeSuggestion,
  readCorePosts,
  readSuggestion,
  recordOutcome,
  supportSuggestion,
  takeByline,
  withdrawSuggestion,
};

export const main = serve('suggestions', suggestions, handlers, { minute });
