import type { CareToSign } from '../../../../../shared/recognition/care';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { comingInWords } from '../../wording/care';

const sign = perPage(() => new Intent());
const rowOf = (card: CareToSign) => ({ ...card, coming: comingInWords(card, new Date()) });

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    signing: '',
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
    this.setData({ signing: id, name, words: '', problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ signing: '' });
  },
  async onConfirmTap() {
    const { signing: careId, words } = this.data;
    if (!words.trim()) {
      this.setData({ problem: '写一句祝福吧，一句就够。' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await sign(this).send((requestId) => cloud.recognition.signCareCard({ careId, words, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    const index = this.data.rows.findIndex(({ _id }) => _id === careId);
    this.setData({ signing: '', [`rows[${index}]`]: rowOf(answer.data) });
    wx.showToast({ title: '已签名', icon: 'success', duration: 1500 });
  },
});
