import type { LedgerEntryView } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { type LedgerLine, ledgerLine } from '../../../../wording/ledger';

const entries = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'ledger',
      read: (cursor) => cloud.points.listLedger(cursor),
      rowOf: (entry: LedgerEntryView) => ledgerLine(entry, new Date()),
    }),
);

Page({
  data: { frame: loading, rows: [] as LedgerLine[], tail: 'end' as Tail, tailProblem: '' },

  onLoad() {
    wx.hideShareMenu({});
    entries(this).refresh();
  },
  async onPullDownRefresh() {
    await entries(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    entries(this).more();
  },

  onRetryTap() {
    entries(this).refresh();
  },
  onEntryTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { entry: string }>) {
    const id = encodeURIComponent(currentTarget.dataset.entry);
    wx.navigateTo({ url: `/packages/points/pages/entry/entry?id=${id}` });
  },
  onMoreTap() {
    entries(this).more();
  },
  onTodayTap() {
    wx.switchTab({ url: '/pages/home/home' });
  },
});
