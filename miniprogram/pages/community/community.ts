import type { PostView } from '../../../shared/community/post';
import { cloud } from '../../cloud/client';
import { loading, type Screen } from '../../cloud/frame';
import { PagedList, type Tail } from '../../cloud/paged-list';
import { perPage } from '../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../cloud/session';
import { takeOpenedTopic } from '../../components/post-card/open-topic';
import { type PostRow, postRow } from '../../components/post-card/post-row';
import { selectTab } from '../../custom-tab-bar/select-tab';

/** What of the community is on screen. */
type Side = 'all' | 'question' | 'news';
const sides: { side: Side; text: string }[] = [
  { side: 'all', text: '全部' },
  { side: 'question', text: '提问' },
  { side: 'news', text: '新闻' },
];

const pageRows = 10;

interface Feed extends Screen {
  asked(): { kind?: 'question'; topic?: string };
}
const feed = perPage(
  (screen: Feed) =>
    new PagedList({
      screen,
      // What was kept of one side must not stand in for another.
      get keepAs() {
        return Object.keys(screen.asked()).length === 0 ? 'feed' : null;
      },
      read: (cursor) => cloud.community.listFeed({ ...screen.asked(), limit: pageRows, ...cursor }),
      rowOf: (post: PostView) => postRow(post, new Date()),
    }),
);

Page({
  data: {
    allowed: currentMe().roles.includes('employee'),
    frame: loading,
    rows: [] as PostRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    sides,
    side: 'all' as Side,
    topic: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, ({ roles }) => {
      this.setData({ allowed: roles.includes('employee') });
      if (this.data.allowed) feed(this).revisit();
    });
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    selectTab(this);
    this.setData({ allowed: currentMe().roles.includes('employee') });
    if (!this.data.allowed) return;
    const topic = takeOpenedTopic();
    if (topic) this.showSide('all', topic);
    else if (this.data.side !== 'news') feed(this).revisit();
  },
  async onPullDownRefresh() {
    if (this.data.allowed) await (this.newsList()?.refresh() ?? feed(this).refresh());
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    const news = this.newsList();
    if (news) news.more();
    else feed(this).more();
  },

  /** Only while it is on screen. */
  newsList(): { refresh(): Promise<void>; more(): void } | null {
    const news: unknown = this.data.side === 'news' ? this.selectComponent('#news') : null;
    return news as { refresh(): Promise<void>; more(): void } | null;
  },

  asked() {
    const { side, topic } = this.data;
    return { ...(side === 'question' ? { kind: side } : {}), ...(topic ? { topic } : {}) };
  },
  showSide(side: Side, topic: string) {
    this.setData({ side, topic, frame: loading, rows: [] });
    if (side !== 'news') feed(this).refresh();
  },
  onSideTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { side: Side }>) {
    this.showSide(currentTarget.dataset.side, '');
  },
  onTopicTap({ detail }: WechatMiniprogram.CustomEvent<{ topic: string }>) {
    this.showSide('all', detail.topic);
  },
  onTopicEndTap() {
    this.showSide(this.data.side, '');
  },
  onRetryTap() {
    feed(this).refresh();
  },
  onMoreTap() {
    feed(this).more();
  },
  onPostOpen({ detail }: WechatMiniprogram.CustomEvent<{ postId: string }>) {
    wx.navigateTo({ url: `/packages/community/pages/post/post?id=${detail.postId}` });
  },
  onWriteTap() {
    const kind = this.data.side === 'question' ? 'question' : 'post';
    wx.navigateTo({ url: `/packages/community/pages/new-post/new-post?kind=${kind}` });
  },
  onMineTap() {
    wx.navigateTo({ url: '/packages/community/pages/my-posts/my-posts' });
  },
});
