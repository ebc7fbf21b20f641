import type { Redemption } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { type RedemptionLine, redemptionLine } from '../../wording/redemption';

const redemptions = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'myRedemptions',
      read: (cursor) => cloud.points.listMyRedemptions(cursor),
      rowOf: (redemption: Redemption) => redemptionLine(redemption, new Date()),
    }),
);

Page({
  data: { frame: loading, rows: [] as RedemptionLine[], tail: 'end' as Tail, tailProblem: '' },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    redemptions(this).revisit();
  },
  async onPullDownRefresh() {
    await redemptions(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    redemptions(this).more();
  },

  onRetryTap() {
    redemptions(this).refresh();
  },
  onMoreTap() {
    redemptions(this).more();
  },
  onMallTap() {
    wx.redirectTo({ url: '/packages/points/pages/mall/mall' });
  },
  onRedemptionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/points/pages/redemption/redemption?id=${currentTarget.dataset.id}` });
  },
});
