import { collection } from '../platform/db';
import type { CorePosts, StoredSuggestion } from './documents';

/** The collections of suggestions; their indexes are declared in function.json. */
export const store = {
  suggestions: collection<StoredSuggestion>('suggestions'),
  settings: collection<CorePosts>('suggestionSettings'),
};
