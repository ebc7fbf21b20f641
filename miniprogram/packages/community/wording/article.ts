import type { ArticleView, Block } from '../../../../shared/community/article';
import { articleRow } from '../../../components/news-list/article-row';

/** A piece of an article as the page draws it: every kind has every field, so that the template asks no questions. */
function pieceOf(block: Block, key: number, urls: Readonly<Record<string, string>>) {
  const plain = { key, kind: block.kind, text: '', by: '', items: [] as string[], url: '', page: '' };
  switch (block.kind) {
    case 'picture':
      return { ...plain, url: urls[block.fileId] ?? '', text: block.caption };
    case 'list':
      return { ...plain, items: block.items };
    case 'quote':
      return { ...plain, text: block.text, by: block.by };
    case 'link':
      return { ...plain, text: block.text, page: block.page };
    default:
      return { ...plain, text: block.text };
  }
}

export function articlePage(article: ArticleView, now: Date) {
  return {
    ...articleRow(article, now),
    authorName: article.authorName,
    pieces: article.blocks.map((block, key) => pieceOf(block, key, article.pictureUrls)),
  };
}
export type ArticlePage = ReturnType<typeof articlePage>;
