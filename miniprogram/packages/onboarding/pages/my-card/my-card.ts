import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

const intents = perPage(() => ({ write: new Intent(), erase: new Intent() }));
const fields = [
  { name: 'intro', title: '一句话介绍自己', placeholder: '例如：做过三年农业产品，喜欢往田里跑' },
  { name: 'likes', title: '喜欢聊什么（可以不填）', placeholder: '例如：爬山、做饭、老电影' },
  { name: 'askMe', title: '可以找我帮忙的事（可以不填）', placeholder: '例如：用户访谈怎么问' },
] as const;
const empty = { intro: '', likes: '', askMe: '' };

Page({
  data: { frame: loading, fields, card: empty, isWritten: false, erasing: false, busy: false, problem: '' },

  onLoad() {
    wx.hideShareMenu({});
    this.readCard();
  },
  async readCard() {
    await fillFrame<OutputOf<OnboardingContract['readMyRun']>>(this, {
      keepAs: null,
      ask: () => cloud.onboarding.readMyRun({}),
      show: ({ card }) => {
        const { intro, likes, askMe } = card ?? empty;
        this.setData({ card: { intro, likes, askMe }, isWritten: card !== null });
      },
    });
  },
  onRetryTap() {
    this.readCard();
  },
  onChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, never, { name: string }>) {
    this.setData({ [`card.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },
  async onSaveTap() {
    const { intro, likes, askMe } = this.data.card;
    if (!intro.trim()) {
      this.setData({ problem: '先写一句话介绍自己。' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).write.send((requestId) =>
      cloud.onboarding.writeCard({ intro: intro.trim(), likes: likes.trim(), askMe: askMe.trim(), requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ isWritten: true });
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
  onEraseTap() {
    this.setData({ erasing: true, problem: '' });
  },
  onDismiss() {
    this.setData({ erasing: false });
  },
  async onEraseConfirm() {
    this.setData({ busy: true });
    const answer = await intents(this).erase.send((requestId) => cloud.onboarding.eraseCard({ requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ erasing: false, card: empty, isWritten: false });
    wx.showToast({ title: '已删除', icon: 'success', duration: 1500 });
  },
});
