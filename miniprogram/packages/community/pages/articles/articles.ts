import type { ArticleLine } from '../../../../../shared/community/article';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { type ArticleRow, articleRow } from '../../../../components/news-list/article-row';

type IdTap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;
const pages = '/packages/community/pages';
const withdrawal = perPage(() => new Intent());
const articles = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.community.listArticles(cursor),
      rowOf: (article: ArticleLine) => articleRow(article, new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as ArticleRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    article: {} as Partial<ArticleRow>,
    sheet: '' as '' | 'withdraw',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    articles(this).revisit();
  },
  async onPullDownRefresh() {
    await articles(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    articles(this).more();
  },
  onRetryTap() {
    articles(this).refresh();
  },
  onMoreTap() {
    articles(this).more();
  },

  onWriteTap() {
    wx.navigateTo({ url: `${pages}/edit-article/edit-article` });
  },
  onEditTap({ currentTarget }: IdTap) {
    wx.navigateTo({ url: `${pages}/edit-article/edit-article?id=${currentTarget.dataset.id}` });
  },
  onReadersTap({ currentTarget }: IdTap) {
    wx.navigateTo({ url: `${pages}/readers/readers?id=${currentTarget.dataset.id}` });
  },
  onWithdrawTap({ currentTarget }: IdTap) {
    const article = this.data.rows.find(({ _id }) => _id === currentTarget.dataset.id);
    if (article) this.setData({ article, sheet: 'withdraw', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onWithdrawConfirm() {
    const articleId = this.data.article._id ?? '';
    const asked = withdrawal(this).send((requestId) => cloud.community.withdrawArticle({ articleId, requestId }));
    if (!(await carryOut(this, asked))) return;
    wx.showToast({ title: '已撤下', icon: 'success', duration: 1500 });
    await articles(this).refresh();
  },
});
