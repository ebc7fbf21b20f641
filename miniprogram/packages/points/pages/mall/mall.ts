import type { Answer } from '../../../../../shared/kernel/contract';
import type { Page as PageOf } from '../../../../../shared/kernel/page';
import type { GiftView } from '../../../../../shared/points/model';
import { keepAnswer, keptAnswer } from '../../../../cloud/cache';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { figure } from '../../../../wording/figure';
import { type GiftCard, giftCard } from '../../wording/gift';

/** A gift together with the balance it is measured against. */
interface Priced {
  gift: GiftView;
  balance: number;
}

/** The balance comes with every page of the mall, so that 还差 N 积分 never speaks of an old one. */
async function readPage(screen: Screen, cursor: { cursor?: string }): Promise<Answer<PageOf<Priced>>> {
  const [account, gifts] = await Promise.all([cloud.points.readAccount({}), cloud.points.listGifts(cursor)]);
  if (!account.ok) return account;
  if (!gifts.ok) return gifts;
  const { balance } = account.data;
  keepAnswer('balance', balance);
  screen.setData({ balance: figure(balance) });
  const items = gifts.data.items.map((gift) => ({ gift, balance }));
  return { ok: true, data: { items, next: gifts.data.next }, traceId: gifts.traceId };
}

const gifts = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'mall',
      read: (cursor) => readPage(screen, cursor),
      rowOf: ({ gift, balance }: Priced) => giftCard(gift, balance),
    }),
);

Page({
  data: { frame: loading, rows: [] as GiftCard[], tail: 'end' as Tail, tailProblem: '', balance: '' },

  onLoad() {
    wx.hideShareMenu({});
    const kept = keptAnswer<number>('balance');
    if (kept) this.setData({ balance: figure(kept.data) });
  },
  onShow() {
    gifts(this).revisit();
  },
  async onPullDownRefresh() {
    await gifts(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    gifts(this).more();
  },

  onRetryTap() {
    gifts(this).refresh();
  },
  onMoreTap() {
    gifts(this).more();
  },
  onLedgerTap() {
    wx.navigateTo({ url: '/packages/points/pages/ledger/ledger' });
  },
  onGiftTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/points/pages/gift/gift?id=${currentTarget.dataset.id}` });
  },
});
