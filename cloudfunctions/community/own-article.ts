import type { Reach } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import { reachesArticle, type StoredArticle } from './rules/article';
import { articles } from './store';

/** An article within somebody's HR reach; what is not is answered as if it were not there. One request. */
export async function ownArticle(articleId: string, reach: Reach): Promise<StoredArticle> {
  const article = await articles.read(articleId);
  return article && reachesArticle(reach, article) ? article : refuse('article_not_found');
}
