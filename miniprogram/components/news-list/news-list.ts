import type { ArticleLine } from '../../../shared/community/article';
import { cloud } from '../../cloud/client';
import { loading, type Screen } from '../../cloud/frame';
import { PagedList, type Tail } from '../../cloud/paged-list';
import { perPage } from '../../cloud/per-page';
import { type ArticleRow, articleRow } from './article-row';

const news = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'news',
      read: (cursor) => cloud.community.listNews(cursor),
      rowOf: (article: ArticleLine) => articleRow(article, new Date()),
    }),
);

/** 新闻与文化 for whoever holds the phone. The page around it says when its end is reached. */
Component({
  data: { frame: loading, rows: [] as ArticleRow[], tail: 'end' as Tail, tailProblem: '' },
  lifetimes: {
    attached() {
      news(this).refresh();
    },
  },
  pageLifetimes: {
    show() {
      news(this).revisit();
    },
  },
  methods: {
    refresh() {
      return news(this).refresh();
    },
    more() {
      news(this).more();
    },
    onRetryTap() {
      news(this).refresh();
    },
    onMoreTap() {
      news(this).more();
    },
    onArticleTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      wx.navigateTo({ url: `/packages/community/pages/article/article?id=${currentTarget.dataset.id}` });
    },
  },
});
