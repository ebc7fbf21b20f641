import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { ownArticle } from '../own-article';
import { shownArticles } from '../shown-articles';
import { articles } from '../store';

/** 撤下: nobody reads it any more; who has read it stays known. */
export const withdrawArticle: Handler<CommunityContract['withdrawArticle']> = async (
  { articleId },
  { caller, now },
) => {
  const article = await ownArticle(articleId, caller.reach);
  if (article.state !== 'withdrawn') {
    const takenBack = article.isMustRead ? { announceSince: instant(now), announceCursor: null } : {};
    await articles.changeOne({ _id: articleId }, { state: 'withdrawn', ...takenBack });
  }
  const [line] = await shownArticles([{ ...article, state: 'withdrawn' }]);
  return line ?? refuse('article_not_found');
};
