import type { GiftCard, StockedGiftCard } from '../../../../../shared/recognition/gift-card';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dropSheet, handOverSheet, writeSheet } from '../../../../cloud/sheet-file';
import { todayOf } from '../../../../wording/day';
import { fenOf, yuanOf } from '../../../../wording/money';
import { stockInWords, valueInWords, valuesInWords } from '../../wording/gift-card';

const numbersAtOnce = 200;
const longestNumber = 80;

const rowOf = (kind: StockedGiftCard) => ({
  ...kind,
  meta: valueInWords(kind) || '没有写面值',
  stock: stockInWords(kind),
  isShort: kind.level !== 'enough',
});
type Row = ReturnType<typeof rowOf>;

/** What is typed of a kind. */
const blank = { name: '', value: '', howTo: '', lowAt: '5' };
type Typed = keyof typeof blank;
const draftOf = ({ name, valueFen, howTo, lowAt }: GiftCard) => ({
  ...{ name, howTo, lowAt: String(lowAt), value: valueFen > 0 ? yuanOf(valueFen) : '' },
});

const intents = perPage(() => ({ save: new Intent(), numbers: new Intent() }));
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    sheet: '' as '' | 'terms' | 'numbers' | 'values',
    /** The kind that the open sheet is about; null for a new one. */
    chosen: null as Row | null,
    draft: { ...blank },
    numbers: '',
    month: todayOf(new Date()).slice(0, 7),
    /** The file, until it was handed on: WeChat asks for a tap right before. */
    csv: '',
    valuesStand: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  /** Also on the way back from a batch that was taken back. */
  onShow() {
    this.readCards();
  },
  async onPullDownRefresh() {
    await this.readCards();
    wx.stopPullDownRefresh();
  },
  async readCards() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.recognition.listGiftCards({}),
      show: ({ items }) => this.setData({ rows: items.map(rowOf) }),
    });
  },
  onRetryTap() {
    this.readCards();
  },

  onDismiss() {
    this.setData({ sheet: '', numbers: '', csv: '' });
  },
  onAddTap() {
    this.setData({ sheet: 'terms', chosen: null, draft: { ...blank }, problem: '' });
  },
  onChangeTap({ currentTarget }: IndexTap) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'terms', chosen, draft: draftOf(chosen), problem: '' });
  },
  onNumbersTap({ currentTarget }: IndexTap) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'numbers', chosen, numbers: '', problem: '' });
  },
  onDrawsTap({ currentTarget }: IndexTap) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (!chosen) return;
    const asked = `id=${chosen._id}&name=${encodeURIComponent(chosen.name)}`;
    wx.navigateTo({ url: `/packages/recognition/pages/gift-card-draws/gift-card-draws?${asked}` });
  },
  onTyped({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: Typed }>) {
    this.setData({ [`draft.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  onNumbersTyped({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ numbers: detail.value, problem: '' });
  },

  async onSaveTap() {
    const { chosen, draft } = this.data;
    const [name, valueFen, lowAt] = [
      draft.name.trim(),
      draft.value.trim() ? fenOf(draft.value) : 0,
      Number(draft.lowAt),
    ];
    if (!name) return this.setData({ problem: '请写名称，例如：蛋糕卡。' });
    if (valueFen === null || valueFen > 1_000_000) {
      return this.setData({ problem: '面值请填 10000 元以内的金额，例如 100 或 99.50。' });
    }
    if (!Number.isInteger(lowAt) || lowAt < 0 || lowAt > 1000) {
      return this.setData({ problem: '提醒数量请填 0 到 1000 的整数。' });
    }
    const terms = { name, valueFen, lowAt, howTo: draft.howTo };
    const saved = await carryOut<GiftCard>(
      this,
      intents(this).save.send((requestId) =>
        chosen
          ? cloud.recognition.changeGiftCard({ ...terms, giftCardId: chosen._id, version: chosen.version, requestId })
          : cloud.recognition.addGiftCard({ ...terms, requestId }),
      ),
    );
    if (!saved) return;
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
    await this.readCards();
  },
  async onNumbersConfirm() {
    const { chosen } = this.data;
    const numbers = this.data.numbers.split(/\s*\n\s*/).filter(Boolean);
    if (!chosen) return;
    if (numbers.length < 1 || numbers.length > numbersAtOnce || numbers.some(({ length }) => length > longestNumber)) {
      this.setData({ problem: `请每行填一张卡，一次最多 ${numbersAtOnce} 张，每张最多 ${longestNumber} 个字。` });
      return;
    }
    const brought = await carryOut(
      this,
      intents(this).numbers.send((requestId) =>
        cloud.recognition.addGiftCardNumbers({ giftCardId: chosen._id, numbers, requestId }),
      ),
    );
    if (!brought) return;
    const { added, known } = brought;
    this.setData({ numbers: '' });
    wx.showToast({
      title: known ? `新增 ${added} 张，${known} 张已有` : `新增 ${added} 张`,
      icon: 'none',
      duration: 1500,
    });
    await this.readCards();
  },

  onValuesTap() {
    this.setData({ sheet: 'values', csv: '', valuesStand: '', problem: '' });
  },
  onMonthChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ month: detail.value, csv: '', valuesStand: '', problem: '' });
  },
  async onValuesConfirm() {
    const { month, csv } = this.data;
    if (csv) {
      const isHandedOver = (await writeSheet(csv)) && (await handOverSheet(`礼品卡计税价值-${month}.csv`));
      dropSheet();
      if (isHandedOver) this.setData({ sheet: '', csv: '' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await cloud.recognition.exportGiftCardValues({ month });
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) {
      this.setData({ csv: answer.data.persons ? answer.data.csv : '', valuesStand: valuesInWords(answer.data) });
    }
  },
});
