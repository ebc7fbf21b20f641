import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { PointsContract } from '../../../../../shared/points/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { figure } from '../../../../wording/figure';
import { type WishLine, weeklyInWords, wishLine } from '../../wording/wish';

type Wishes = OutputOf<PointsContract['listWishes']>;
const drop = perPage(() => new Intent());

Page({
  data: { frame: loading, rows: [] as WishLine[], balance: '', weekly: '', dropping: '' },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    this.readWishes();
  },
  async onPullDownRefresh() {
    await this.readWishes();
    wx.stopPullDownRefresh();
  },

  async readWishes() {
    await fillFrame<Wishes>(this, {
      keepAs: 'wishes',
      ask: () => cloud.points.listWishes({}),
      show: ({ items, balance, weekly }) => {
        const rows = items.map((wish) => wishLine(wish, new Date()));
        const isShort = items.some(({ standing }) => standing.kind === 'short');
        this.setData({ rows, balance: figure(balance), weekly: isShort ? weeklyInWords(weekly) : '' });
      },
    });
  },
  onRetryTap() {
    this.readWishes();
  },
  onMallTap() {
    wx.navigateTo({ url: '/packages/points/pages/mall/mall' });
  },
  onGiftTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/points/pages/gift/gift?id=${currentTarget.dataset.id}` });
  },
  async onDropTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const giftId = currentTarget.dataset.id;
    if (this.data.dropping) return;
    this.setData({ dropping: giftId });
    const answer = await drop(this).send((requestId) => cloud.points.dropWish({ giftId, requestId }));
    if (answer.ok) await this.readWishes();
    this.setData({ dropping: '' });
    wx.showToast({ title: answer.ok ? '已从心愿单移除' : refusalText(answer), icon: 'none' });
  },
});
