import type { Answer } from '../../../../../shared/kernel/contract';
import type { StockedSaleItem } from '../../../../../shared/sale/sale';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { yuanOf } from '../../../../wording/money';
import { pickUpInWords, saleTimesInWords } from '../../wording/sale';

const pictureInWords: Readonly<Record<StockedSaleItem['pictureState'], string>> = {
  visible: '',
  pending: '图片检查中，通过后大家看得到',
  inReview: '图片没有通过检查，大家看不到，请换一张',
};

function rowOf(item: StockedSaleItem) {
  const now = new Date();
  const { _id, name, priceFen, stock, supplied, state, pictureState } = item;
  return {
    ...{ _id, name, isOnSale: state === 'onSale', picture: pictureInWords[pictureState] },
    mayChange: state === 'onSale' && now.toISOString() < item.closesAt,
    meta: `${yuanOf(priceFen)} 元 · ${state === 'onSale' ? saleTimesInWords(item, now) : '已下架'}`,
    stock: `共 ${supplied} 件，订出 ${supplied - stock} 件`,
    pickUp: pickUpInWords(item, now),
  };
}
type Row = ReturnType<typeof rowOf>;
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

const stock = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: null, read: (cursor) => cloud.sale.listSaleStock(cursor), rowOf }),
);
const intents = perPage(() => ({ restock: new Intent(), withdraw: new Intent() }));
const mostPieces = 5000;

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    chosen: null as Row | null,
    pieces: '',
    sheet: '' as '' | 'restock' | 'withdraw',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    stock(this).revisit();
  },
  async onPullDownRefresh() {
    await stock(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    stock(this).more();
  },
  onRetryTap() {
    stock(this).refresh();
  },
  onMoreTap() {
    stock(this).more();
  },
  onRestockTap({ currentTarget }: IndexTap) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'restock', chosen, pieces: '', problem: '' });
  },
  onWithdrawTap({ currentTarget }: IndexTap) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'withdraw', chosen, problem: '' });
  },
  onPiecesChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ pieces: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onRestockConfirm() {
    const { chosen } = this.data;
    const pieces = Number(this.data.pieces);
    if (!chosen) return;
    if (!Number.isInteger(pieces) || pieces < 1 || pieces > mostPieces) {
      this.setData({ problem: `请填 1 到 ${mostPieces} 的整数。` });
      return;
    }
    const itemId = chosen._id;
    await this.carry(
      intents(this).restock.send((requestId) => cloud.sale.restockSaleItem({ itemId, pieces, requestId })),
    );
  },
  async onWithdrawConfirm() {
    const itemId = this.data.chosen?._id ?? '';
    await this.carry(intents(this).withdraw.send((requestId) => cloud.sale.withdrawSaleItem({ itemId, requestId })));
  },
  async carry(asked: Promise<Answer<StockedSaleItem>>) {
    const item = await carryOut(this, asked);
    const index = this.data.rows.findIndex(({ _id }) => _id === item?._id);
    if (item && index >= 0) this.setData({ [`rows[${index}]`]: rowOf(item) });
  },
  onOrdersTap() {
    wx.navigateTo({ url: '/packages/sale/pages/orders/orders' });
  },
  onChangeTap({ currentTarget }: IndexTap) {
    const id = this.data.rows[currentTarget.dataset.index]?._id;
    if (id) wx.navigateTo({ url: `/packages/sale/pages/new-item/new-item?id=${id}` });
  },
  onAddTap() {
    wx.navigateTo({ url: '/packages/sale/pages/new-item/new-item' });
  },
});
