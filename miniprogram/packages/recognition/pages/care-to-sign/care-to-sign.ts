import type { CareToSign } from '../../../../../shared/recognition/care';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { comingInWords } from '../../wording/care';

const sign = perPage(() => new Intent());
const rowOf = (card: CareToSign) => ({ ...card, coming: comingInWords(card, new Date()) });

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    sheet: '' as '' | 'sign',
    careId: '',
    name: '',
    words: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.readCards();
  },
  async onPullDownRefresh() {
    await this.readCards();
    wx.stopPullDownRefresh();
  },

  async readCards() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.recognition.listCareToSign({}),
      show: ({ items }) => this.setData({ rows: items.map(rowOf) }),
    });
  },

  onRetryTap() {
    this.readCards();
  },
  onCardTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string; name: string }>) {
    const { id, name } = currentTarget.dataset;
    this.setData({ sheet: 'sign', careId: id, name, words: '', problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onConfirmTap() {
    const { careId, words } = this.data;
    if (!words.trim()) {
      this.setData({ problem: '写一句祝福吧，一句就够。' });
      return;
    }
    const signing = sign(this).send((requestId) => cloud.recognition.signCareCard({ careId, words, requestId }));
    const signed = await carryOut(this, signing);
    if (!signed) return;
    const index = this.data.rows.findIndex(({ _id }) => _id === careId);
    this.setData({ [`rows[${index}]`]: rowOf(signed) });
    wx.showToast({ title: '已签名', icon: 'success', duration: 1500 });
  },
});
