import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { type CardFace, cardFace } from '../../wording/thanks';

const cards = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.recognition.listThanksInReview(cursor),
      rowOf: (card) => cardFace(card, new Date()),
    }),
);
const judge = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    rows: [] as CardFace[],
    tail: 'end' as Tail,
    tailProblem: '',
    refusing: '',
    reason: '',
    busy: '',
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    cards(this).refresh();
  },
  async onPullDownRefresh() {
    await cards(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    cards(this).more();
  },

  onRetryTap() {
    cards(this).refresh();
  },
  onMoreTap() {
    cards(this).more();
  },
  onShowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    this.judge(currentTarget.dataset.id, 'show', null);
  },
  onRefuseTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    this.setData({ refusing: currentTarget.dataset.id, reason: '', problem: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ refusing: '' });
  },
  onConfirmTap() {
    const { refusing, reason } = this.data;
    if (!reason.trim()) this.setData({ problem: '写一句原因，作者会看到。' });
    else this.judge(refusing, 'takeDown', reason);
  },
  async judge(cardId: string, verdict: 'show' | 'takeDown', reason: string | null) {
    this.setData({ busy: cardId, problem: '' });
    const answer = await judge(this).send((requestId) =>
      cloud.recognition.judgeThanks({ cardId, verdict, reason, requestId }),
    );
    this.setData({ busy: '' });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ refusing: '', rows: this.data.rows.filter(({ _id }) => _id !== cardId) });
    cards(this).dropped();
  },
});
