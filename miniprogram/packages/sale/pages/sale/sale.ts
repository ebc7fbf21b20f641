import type { SaleItem } from '../../../../../shared/sale/sale';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { yuanOf } from '../../../../wording/money';
import { mayOrder, paymentInWords, pickUpInWords, saleTimesInWords } from '../../wording/sale';

function rowOf(item: SaleItem) {
  const now = new Date();
  const { _id, name, about, priceFen, perPersonLimit, stock, payment, pictureUrls } = item;
  return {
    ...{ _id, name, about, priceFen, perPersonLimit, mayOrder: mayOrder(item, now), pictureUrls },
    price: yuanOf(priceFen),
    stock: stock > 0 ? `还剩 ${stock} 件 · 每人限购 ${perPersonLimit} 件` : '已售完',
    times: saleTimesInWords(item, now),
    terms: `${pickUpInWords(item, now)}，${paymentInWords[payment]}`,
  };
}
type Row = ReturnType<typeof rowOf>;

const items = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: 'saleItems', read: (cursor) => cloud.sale.listSaleItems(cursor), rowOf }),
);
const order = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    chosen: null as Row | null,
    pieces: 1,
    total: '',
    sheet: '' as '' | 'order',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    items(this).revisit();
  },
  async onPullDownRefresh() {
    await items(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    items(this).more();
  },
  onRetryTap() {
    items(this).refresh();
  },
  onMoreTap() {
    items(this).more();
  },
  onItemTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'order', chosen, pieces: 1, total: yuanOf(chosen.priceFen), problem: '' });
  },
  onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const urls = this.data.rows[currentTarget.dataset.index]?.pictureUrls ?? [];
    wx.previewImage({ urls });
  },
  /** A picture that does not load leaves no hole. */
  onPictureError({ currentTarget }: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
    this.setData({ [`rows[${currentTarget.dataset.index}].pictureUrls`]: [] });
  },
  onPiecesChange({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
    const pieces = detail.value;
    this.setData({ pieces, total: yuanOf((this.data.chosen?.priceFen ?? 0) * pieces), problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
    items(this).revisit();
  },
  async onOrderConfirm() {
    const { chosen, pieces } = this.data;
    if (!chosen) return;
    const { _id: itemId, priceFen } = chosen;
    const ordered = await carryOut(
      this,
      order(this).send((requestId) => cloud.sale.orderSaleItem({ itemId, pieces, priceFen, requestId })),
    );
    if (!ordered) return;
    wx.navigateTo({ url: '/packages/sale/pages/my-orders/my-orders' });
  },
  onMineTap() {
    wx.navigateTo({ url: '/packages/sale/pages/my-orders/my-orders' });
  },
});
