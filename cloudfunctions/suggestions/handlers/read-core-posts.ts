import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const readCorePosts: Handler<SuggestionsContract['readCorePosts']> = async () => ({
  positions: (await store.settings.read('corePosts'))?.positions ?? [],
});
