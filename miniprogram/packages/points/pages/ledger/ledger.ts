import type { AccountView, LedgerEntryView } from '../../../../../shared/points/model';
import { keepAnswer, keptAnswer } from '../../../../cloud/cache';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { type LedgerLine, ledgerLine } from '../../../../wording/ledger';
import { type AccountCard, accountCard } from '../../wording/account';

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
  data: {
    frame: loading,
    rows: [] as LedgerLine[],
    tail: 'end' as Tail,
    tailProblem: '',
    account: null as AccountCard | null,
  },

  onLoad() {
    wx.hideShareMenu({});
    this.readAccount();
    entries(this).refresh();
  },
  async onPullDownRefresh() {
    await Promise.all([this.readAccount(), entries(this).refresh()]);
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    entries(this).more();
  },

  /** The lines are right without it. */
  async readAccount() {
    const kept = keptAnswer<AccountView>('account');
    if (kept) this.setData({ account: accountCard(kept.data, new Date()) });
    const answer = await cloud.points.readAccount({});
    if (!answer.ok) return;
    keepAnswer('account', answer.data);
    this.setData({ account: accountCard(answer.data, new Date()) });
  },
  onRetryTap() {
    this.readAccount();
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
