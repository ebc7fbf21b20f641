import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, todayOf } from '../../../../wording/day';

type Listed = OutputOf<OnboardingContract['listNewColleagues']>;

const cardOf = (card: Listed['items'][number]) => ({
  ...card,
  day: `${dayInWords(card.shownFrom, todayOf(new Date()))}入职 · ${card.position}`,
});
const greet = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    cards: [] as ReturnType<typeof cardOf>[],
    open: false,
    chosen: { runId: '', name: '' },
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
    await fillFrame<Listed>(this, {
      keepAs: 'new-colleagues',
      ask: () => cloud.onboarding.listNewColleagues({}),
      show: ({ items }) => this.setData({ cards: items.map(cardOf) }),
    });
  },
  onRetryTap() {
    this.readCards();
  },
  onGreetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { run: string; name: string }>) {
    const { run: runId, name } = currentTarget.dataset;
    this.setData({ open: true, chosen: { runId, name }, words: '', problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ open: false });
  },
  async onConfirm() {
    const { chosen, words: typed } = this.data;
    const words = typed.trim();
    if (!words) {
      this.setData({ problem: '先写一句话。' });
      return;
    }
    this.setData({ busy: true });
    const answer = await greet(this).send((requestId) =>
      cloud.onboarding.greet({ runId: chosen.runId, words, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ open: false });
    wx.showToast({ title: '已送到', icon: 'success', duration: 1500 });
  },
});
