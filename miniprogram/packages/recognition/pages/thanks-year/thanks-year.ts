import type { ThanksYear } from '../../../../../shared/recognition/thanks';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { todayOf } from '../../../../wording/day';

const thisYear = () => Number(todayOf(new Date()).slice(0, 4));

Page({
  data: { frame: loading, year: thisYear(), isThisYear: true, memory: {} as ThanksYear, most: 1 },

  onLoad() {
    wx.hideShareMenu({});
    this.readYear(thisYear());
  },

  async readYear(year: number) {
    this.setData({ year, isThisYear: year === thisYear(), frame: loading });
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.recognition.readThanksYear({ year }),
      show: (memory) => this.setData({ memory, most: memory.values[0]?.cards ?? 1 }),
    });
  },

  onRetryTap() {
    this.readYear(this.data.year);
  },
  onBeforeTap() {
    this.readYear(this.data.year - 1);
  },
  onAfterTap() {
    this.readYear(this.data.year + 1);
  },
  onSendTap() {
    wx.navigateTo({ url: '/packages/recognition/pages/send-thanks/send-thanks' });
  },
});
