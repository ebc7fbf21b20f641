import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const changeCorePosts: Handler<SuggestionsContract['changeCorePosts']> = async ({ positions }) => {
  const named = [...new Set(positions)];
  await store.settings.put({ _id: 'corePosts', positions: named });
  return { positions: named };
};
