import type { MyBoardingActivity } from '../../../../../shared/onboarding/run';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { todayOf } from '../../../../wording/day';

/** What can be done now, and what waits for its day or for somebody else. */
function parted(items: MyBoardingActivity[], today: string) {
  const isNow = (one: MyBoardingActivity) => one.waitsFor === null && one.startsOn <= today;
  return { now: items.filter(isNow), later: items.filter((one) => !isNow(one)) };
}

Page({
  data: { frame: loading, today: '', now: [] as MyBoardingActivity[], later: [] as MyBoardingActivity[] },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    this.readList();
  },
  async onPullDownRefresh() {
    await this.readList();
    wx.stopPullDownRefresh();
  },
  async readList() {
    const today = todayOf(new Date());
    await fillFrame<{ items: MyBoardingActivity[] }>(this, {
      keepAs: 'boarding-list',
      ask: () => cloud.onboarding.listMyActivities({}),
      show: ({ items }) => this.setData({ today, ...parted(items, today) }),
    });
  },
  onRetryTap() {
    this.readList();
  },
  onChanged() {
    this.readList();
  },
  onMineTap() {
    wx.navigateTo({ url: '/packages/onboarding/pages/my-onboarding/my-onboarding' });
  },
  onNewColleaguesTap() {
    wx.navigateTo({ url: '/packages/onboarding/pages/new-colleagues/new-colleagues' });
  },
});
