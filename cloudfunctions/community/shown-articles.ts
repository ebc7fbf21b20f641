import type { ArticleLine, ArticleView } from '../../shared/community/article';
import { addressesOf } from '../platform/pictures';
import { articleLine, filesOf, readingSecondsOf, type StoredArticle } from './rules/article';

/** Articles as a list shows them: no request to the database. */
export async function shownArticles(articles: readonly StoredArticle[]): Promise<ArticleLine[]> {
  const urls = await addressesOf(articles.flatMap(({ coverFileId }) => coverFileId ?? []));
  return articles.map((article) => articleLine(article, urls));
}

/** One article whole: no request to the database. */
export async function shownArticle(article: StoredArticle): Promise<ArticleView> {
  const urls = await addressesOf(filesOf(article));
  return {
    ...articleLine(article, urls),
    coverFileId: article.coverFileId,
    blocks: article.blocks,
    pictureUrls: Object.fromEntries(urls),
    readingSeconds: readingSecondsOf(article.blocks),
  };
}
