import type { CommunityContract } from '../../../shared/community/contract';
import type { Handler } from '../../platform/serve';
import { ownArticle } from '../own-article';
import { shownArticle } from '../shown-articles';

export const readArticle: Handler<CommunityContract['readArticle']> = async ({ articleId }, { caller }) =>
  shownArticle(await ownArticle(articleId, caller.reach));
