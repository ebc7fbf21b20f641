import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { type ArticlePage, articlePage } from '../../wording/article';

const intents = perPage(() => ({ open: new Intent(), finish: new Intent() }));

Page({
  data: {
    articleId: '',
    frame: loading,
    article: {} as ArticlePage,
    isRead: false,
    finishing: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ articleId: id });
    this.openArticle();
  },

  async openArticle() {
    const { articleId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => intents(this).open.send((requestId) => cloud.community.openArticle({ articleId, requestId })),
      show: ({ article, isRead }) => this.setData({ article: articlePage(article, new Date()), isRead }),
    });
  },
  onRetryTap() {
    this.openArticle();
  },
  onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.previewImage({ urls: [currentTarget.dataset.url] });
  },
  /** A page of ours: a tab, or one on top. */
  onLinkTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { page: string }>) {
    const url = currentTarget.dataset.page;
    if (url.startsWith('/pages/')) wx.switchTab({ url });
    else wx.navigateTo({ url });
  },
  async onFinishTap() {
    const { articleId } = this.data;
    this.setData({ finishing: true, problem: '' });
    const answer = await intents(this).finish.send((requestId) =>
      cloud.community.finishArticle({ articleId, requestId }),
    );
    this.setData({ finishing: false });
    if (answer.ok) {
      this.setData({ isRead: true });
      wx.vibrateShort({ type: 'light' });
    } else this.setData({ problem: refusalText(answer) });
  },
});
