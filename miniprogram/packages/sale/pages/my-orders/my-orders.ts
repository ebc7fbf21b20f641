import type { SaleOrder } from '../../../../../shared/sale/sale';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { orderRow } from '../../wording/sale';

const rowOf = (order: SaleOrder) => orderRow(order, new Date());
type Row = ReturnType<typeof rowOf>;

const orders = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: 'saleOrders', read: (cursor) => cloud.sale.listMySaleOrders(cursor), rowOf }),
);
const cancel = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    chosen: null as Row | null,
    sheet: '' as '' | 'cancel',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    orders(this).refresh();
  },
  async onPullDownRefresh() {
    await orders(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    orders(this).more();
  },
  onRetryTap() {
    orders(this).refresh();
  },
  onMoreTap() {
    orders(this).more();
  },
  onCancelTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'cancel', chosen, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onCancelConfirm() {
    const { chosen } = this.data;
    if (!chosen) return;
    const orderId = chosen._id;
    const cancelled = await carryOut(
      this,
      cancel(this).send((requestId) => cloud.sale.cancelSaleOrder({ orderId, requestId })),
    );
    const index = this.data.rows.findIndex(({ _id }) => _id === orderId);
    if (cancelled && index >= 0) this.setData({ [`rows[${index}]`]: rowOf(cancelled) });
  },
  onSaleTap() {
    const previous = getCurrentPages().slice(-2)[0];
    if (previous?.route === 'packages/sale/pages/sale/sale') wx.navigateBack();
    else wx.redirectTo({ url: '/packages/sale/pages/sale/sale' });
  },
});
