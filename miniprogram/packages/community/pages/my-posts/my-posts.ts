import type { PostView } from '../../../../../shared/community/post';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { openTopic } from '../../../../components/post-card/open-topic';
import { type PostRow, postRow } from '../../../../components/post-card/post-row';

type Side = 'written' | 'saved';
const sides: { side: Side; text: string }[] = [
  { side: 'written', text: '我写的' },
  { side: 'saved', text: '我的收藏' },
];
const pageRows = 10;

interface Mine extends Screen {
  shownSide(): Side;
}
const mine = perPage(
  (screen: Mine) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => {
        const page = { limit: pageRows, ...cursor };
        return screen.shownSide() === 'written' ? cloud.community.listMyPosts(page) : cloud.community.listMySaves(page);
      },
      rowOf: (post: PostView) => postRow(post, new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as PostRow[],
    tail: 'end' as Tail,
    tailProblem: '',
    sides,
    side: 'written' as Side,
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    mine(this).revisit();
  },
  async onPullDownRefresh() {
    await mine(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    mine(this).more();
  },

  shownSide() {
    return this.data.side;
  },
  onSideTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { side: Side }>) {
    this.setData({ side: currentTarget.dataset.side, frame: loading, rows: [] });
    mine(this).refresh();
  },
  onTopicTap({ detail }: WechatMiniprogram.CustomEvent<{ topic: string }>) {
    openTopic(detail.topic);
  },
  onRetryTap() {
    mine(this).refresh();
  },
  onMoreTap() {
    mine(this).more();
  },
  onPostOpen({ detail }: WechatMiniprogram.CustomEvent<{ postId: string }>) {
    wx.navigateTo({ url: `/packages/community/pages/post/post?id=${detail.postId}` });
  },
  onWriteTap() {
    if (this.data.side === 'saved') wx.switchTab({ url: '/pages/community/community' });
    else wx.navigateTo({ url: '/packages/community/pages/new-post/new-post' });
  },
});
