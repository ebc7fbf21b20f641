import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';

const leaders = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.community.listOpinionLeaders(cursor),
      rowOf: (leader) => leader,
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as { personId: string; name: string; peopleHelped: number }[],
    tail: 'end' as Tail,
    tailProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    leaders(this).refresh();
  },
  async onPullDownRefresh() {
    await leaders(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    leaders(this).more();
  },
  onRetryTap() {
    leaders(this).refresh();
  },
  onMoreTap() {
    leaders(this).more();
  },
  onHonourTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/recognition/pages/congratulate/congratulate?person=${currentTarget.dataset.id}` });
  },
});
