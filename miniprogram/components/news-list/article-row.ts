import type { ArticleKind, ArticleLine, ArticleState } from '../../../shared/community/article';
import { audienceInWords } from '../../wording/audience';
import { momentInWords } from '../../wording/day';

const kindTexts: Record<ArticleKind, string> = { news: '新闻', culture: '文化' };
const stateTexts: Record<ArticleState, string> = { scheduled: '定时发布', published: '已发布', withdrawn: '已撤下' };

/** An article as a list draws it. */
export function articleRow(article: ArticleLine, now: Date) {
  const { _id, title, summary, state, isPinned, isMustRead, readers } = article;
  return {
    _id,
    title,
    summary,
    coverUrl: article.coverUrl ?? '',
    isPinned,
    isMustRead,
    state,
    stateText: stateTexts[state],
    audience: audienceInWords(article.audience),
    readers,
    meta: `${kindTexts[article.kind]} · ${momentInWords(article.publishAt, now)}`,
  };
}
export type ArticleRow = ReturnType<typeof articleRow>;
