import type { Answer } from '../../../../../shared/kernel/contract';
import type { Me } from '../../../../../shared/people/model';
import type { ShelfGift } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { figure } from '../../../../wording/figure';
import { limitsInWords, nextPriceInWords, stockInWords } from '../../wording/gift';

const rowOf = ({ _id, name, costPoints, stock, handing, nextPrice, pictureUrl, ...terms }: ShelfGift) => ({
  _id,
  name,
  pictureUrl: pictureUrl ?? '',
  meta: `${figure(costPoints)} 积分 · ${limitsInWords({ ...terms, handing }) || '不限兑'}`,
  stock: stockInWords(stock),
  isCode: handing === 'code',
  nextPrice: nextPriceInWords({ nextPrice }, new Date()),
  out: stock < 1,
});
type Row = ReturnType<typeof rowOf>;
type Sheet = '' | 'restock' | 'withdraw' | 'codes' | 'price';
type Typed = 'codes' | 'price' | 'priceDay' | 'priceReason';
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

const intents = perPage(() => ({
  ...{ restock: new Intent(), withdraw: new Intent(), relist: new Intent(), codes: new Intent(), price: new Intent() },
}));

interface Shelf extends Screen {
  side(): boolean;
}
const shelf = perPage(
  (screen: Shelf) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.points.listShelf({ onSale: screen.side(), ...cursor }),
      rowOf,
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    onSale: true,
    /** A branch's HR sees the shelf; only HR of the whole company changes it. */
    mayChange: false,
    sheet: '' as Sheet,
    codes: '',
    price: '',
    priceDay: '',
    priceReason: '',
    gift: {} as Row,
    pieces: '',
    piecesProblem: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    shelf(this).revisit();
  },
  async onPullDownRefresh() {
    await shelf(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    shelf(this).more();
  },

  showMe({ roles }: Me) {
    this.setData({ mayChange: roles.includes('hr') });
  },
  side() {
    return this.data.onSale;
  },
  onSideTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { onSale: boolean }>) {
    this.setData({ onSale: currentTarget.dataset.onSale, frame: loading, rows: [] });
    shelf(this).refresh();
  },
  onRetryTap() {
    shelf(this).refresh();
  },
  onMoreTap() {
    shelf(this).more();
  },
  onAddTap() {
    wx.navigateTo({ url: '/packages/points/pages/new-gift/new-gift' });
  },

  openSheet(sheet: Sheet, index: number) {
    const gift = this.data.rows[index];
    const typed = { pieces: '', piecesProblem: '', codes: '', price: '', priceDay: '', priceReason: '' };
    if (gift) this.setData({ sheet, gift, problem: '', ...typed });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onRestockTap({ currentTarget }: IndexTap) {
    const { index } = currentTarget.dataset;
    this.openSheet(this.data.rows[index]?.isCode ? 'codes' : 'restock', index);
  },
  onPiecesChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ pieces: detail.value, piecesProblem: '' });
  },
  async onRestockConfirm() {
    const pieces = Number(this.data.pieces);
    if (!Number.isInteger(pieces) || pieces < 1 || pieces > 10_000) {
      this.setData({ piecesProblem: '请填 1 到 10000 的整数' });
      return;
    }
    const giftId = this.data.gift._id;
    await this.confirm(
      intents(this).restock.send((requestId) => cloud.points.restockGift({ giftId, pieces, requestId })),
      '已补货',
    );
  },
  onWithdrawTap({ currentTarget }: IndexTap) {
    this.openSheet('withdraw', currentTarget.dataset.index);
  },
  async onWithdrawConfirm() {
    const giftId = this.data.gift._id;
    await this.confirm(
      intents(this).withdraw.send((requestId) => cloud.points.withdrawGift({ giftId, requestId })),
      '已下架',
    );
  },
  onReviseTap({ currentTarget }: IndexTap) {
    const gift = this.data.rows[currentTarget.dataset.index];
    if (gift) wx.navigateTo({ url: `/packages/points/pages/new-gift/new-gift?id=${gift._id}` });
  },
  async onRelistTap({ currentTarget }: IndexTap) {
    const giftId = this.data.rows[currentTarget.dataset.index]?._id ?? '';
    await this.confirm(
      intents(this).relist.send((requestId) => cloud.points.relistGift({ giftId, requestId })),
      '已重新上架',
    );
  },
  onTypedChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: Typed }>) {
    this.setData({ [currentTarget.dataset.name]: detail.value, problem: '' });
  },
  async onCodesConfirm() {
    const codes = this.data.codes.split(/\s*\n\s*/).filter(Boolean);
    if (codes.length < 1 || codes.length > 200 || codes.some((code) => code.length > 60)) {
      this.setData({ problem: '请每行填一个兑换码，一次最多 200 个，每个最多 60 个字符。' });
      return;
    }
    const giftId = this.data.gift._id;
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).codes.send((requestId) =>
      cloud.points.addGiftCodes({ giftId, codes, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    const { added, known } = answer.data;
    this.setData({ sheet: '' });
    wx.showToast({
      title: known ? `新增 ${added} 个，${known} 个已有` : `新增 ${added} 个`,
      icon: 'none',
      duration: 1500,
    });
    await shelf(this).refresh();
  },
  onPriceTap({ currentTarget }: IndexTap) {
    this.openSheet('price', currentTarget.dataset.index);
  },
  async onPriceConfirm() {
    const { price, priceDay: effectiveOn, priceReason } = this.data;
    const [costPoints, reason, giftId] = [Number(price), priceReason.trim(), this.data.gift._id];
    if (!Number.isInteger(costPoints) || costPoints < 1 || costPoints > 1_000_000 || !effectiveOn || !reason) {
      this.setData({ problem: '请填新价格、生效日期和原因。' });
      return;
    }
    const asked = { giftId, costPoints, effectiveOn, reason };
    await this.confirm(
      intents(this).price.send((requestId) => cloud.points.changeGiftPrice({ ...asked, requestId })),
      '已安排改价',
    );
  },
  /** Sends what the open sheet confirms; a refusal stays on the sheet. */
  async confirm(sent: Promise<Answer<ShelfGift>>, said: string) {
    this.setData({ busy: true, problem: '' });
    const answer = await sent;
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await shelf(this).refresh();
  },
});
