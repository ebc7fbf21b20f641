import type { PostView } from '../../../shared/community/post';
import { keepAnswer, keptAnswer } from '../../cloud/cache';
import { cloud } from '../../cloud/client';
import { loading, type Screen } from '../../cloud/frame';
import { Intent } from '../../cloud/intent';
import { PagedList, type Tail } from '../../cloud/paged-list';
import { perPage } from '../../cloud/per-page';
import { refusalText } from '../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../cloud/session';
import type { IconName } from '../../components/app-icon/icon-shapes';
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

/** What else colleagues do together. */
const doors: { icon: IconName; text: string; url: string }[] = [
  { icon: 'flag', text: '活动', url: '/packages/activities/pages/activities/activities' },
  { icon: 'people', text: '社团', url: '/packages/community/pages/clubs/clubs' },
  { icon: 'sun', text: '答题', url: '/packages/games/pages/quizzes/quizzes' },
  { icon: 'tag', text: '特卖', url: '/packages/sale/pages/sale/sale' },
  { icon: 'book', text: '常见问题', url: '/packages/community/pages/faq/faq' },
  { icon: 'megaphone', text: '制度建议', url: '/packages/suggestions/pages/suggestions/suggestions' },
];

const pageRows = 10;
const follow = perPage(() => new Intent());

interface Feed extends Screen {
  asked(): { kind?: 'question'; topic?: string };
  followed(): string[];
}
const feed = perPage(
  (screen: Feed) =>
    new PagedList({
      screen,
      // What was kept of one side must not stand in for another.
      get keepAs() {
        return Object.keys(screen.asked()).length === 0 ? 'feed' : null;
      },
      read: (cursor) =>
        cloud.community.listFeed({ ...screen.asked(), interests: screen.followed(), limit: pageRows, ...cursor }),
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
    doors,
    side: 'all' as Side,
    topic: '',
    /** Topics that the person follows: what stands first, and why. */
    interests: keptAnswer<string[]>('interests')?.data ?? ([] as string[]),
    isFollowed: false,
    choosing: false,
    problem: '',
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
    this.readInterests();
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

  followed() {
    return this.data.interests;
  },
  /** What one follows comes first; changed elsewhere, the feed is put in order anew. */
  async readInterests() {
    const answer = await cloud.community.readInterests({});
    if (answer.ok) this.showInterests(answer.data.topics);
  },
  showInterests(interests: string[]) {
    const isNew = interests.join() !== this.data.interests.join();
    this.setData({ interests, isFollowed: interests.includes(this.data.topic) });
    keepAnswer('interests', interests);
    if (isNew && this.data.side !== 'news') feed(this).refresh();
  },
  async changeInterest(topic: string, isFollowed: boolean) {
    const answer = await follow(this).send((requestId) =>
      cloud.community.followTopic({ topic, isFollowed, requestId }),
    );
    this.setData({ problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) this.showInterests(answer.data.topics);
  },
  onFollowTap() {
    this.changeInterest(this.data.topic, !this.data.isFollowed);
  },
  onUnfollowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { topic: string }>) {
    this.changeInterest(currentTarget.dataset.topic, false);
  },
  onWhyTap() {
    this.setData({ choosing: true, problem: '' });
  },
  onWhyDismiss() {
    this.setData({ choosing: false });
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
    const isFollowed = this.data.interests.includes(topic);
    this.setData({ side, topic, isFollowed, problem: '', frame: loading, rows: [] });
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
  onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.navigateTo({ url: currentTarget.dataset.url });
  },
  onMineTap() {
    wx.navigateTo({ url: '/packages/community/pages/my-posts/my-posts' });
  },
});
