import type { Redemption } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { progressOf, type RedemptionLine, redemptionLine } from '../../wording/redemption';

const pages = '/packages/points/pages';

Page({
  data: {
    redemptionId: '',
    /** Arrived here right from redeeming. */
    fresh: false,
    frame: loading,
    redemption: {} as RedemptionLine,
    progress: {} as ReturnType<typeof progressOf>,
  },

  onLoad({ id = '', fresh }: { id?: string; fresh?: string }) {
    wx.hideShareMenu({});
    this.setData({ redemptionId: id, fresh: fresh === '1' });
    this.readRedemption();
  },
  async onPullDownRefresh() {
    this.setData({ fresh: false });
    await this.readRedemption();
    wx.stopPullDownRefresh();
  },

  async readRedemption() {
    const { redemptionId } = this.data;
    await fillFrame(this, {
      keepAs: `redemption.${redemptionId}`,
      ask: () => cloud.points.readMyRedemption({ redemptionId }),
      show: (redemption) => this.showRedemption(redemption),
    });
  },
  showRedemption(redemption: Redemption) {
    const now = new Date();
    this.setData({ redemption: redemptionLine(redemption, now), progress: progressOf(redemption, now) });
  },

  onRetryTap() {
    this.readRedemption();
  },
  onListTap() {
    wx.redirectTo({ url: `${pages}/my-redemptions/my-redemptions` });
  },
  onMallTap() {
    const previous = getCurrentPages().slice(-2)[0];
    if (previous?.route === 'packages/points/pages/mall/mall') wx.navigateBack();
    else wx.redirectTo({ url: `${pages}/mall/mall` });
  },
});
