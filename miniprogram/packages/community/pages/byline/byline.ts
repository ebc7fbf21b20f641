import type { Byline } from '../../../../../shared/community/byline-calls';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

const choose = perPage(() => new Intent());

const choices = [
  { isNamed: true, title: '保留我的名字', meta: '和现在一样，同事看得到是谁写的' },
  { isNamed: false, title: '不署名', meta: '显示为「已离职同事」，内容还在' },
];

Page({
  data: {
    frame: loading,
    choices,
    isNamed: true,
    isUnderWay: false,
    isSaving: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.readByline();
  },
  async readByline() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.community.readByline({}),
      show: (byline) => this.showByline(byline),
    });
  },
  showByline({ isNamed, isUnderWay }: Byline) {
    this.setData({ isNamed, isUnderWay, problem: '' });
  },
  onRetryTap() {
    this.readByline();
  },
  /** Shown once the cloud has it: this is a choice that somebody relies on. */
  async onChoiceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { named: boolean }>) {
    const { named: isNamed } = currentTarget.dataset;
    if (isNamed === this.data.isNamed || this.data.isSaving) return;
    this.setData({ isSaving: true, problem: '' });
    const answer = await choose(this).send((requestId) => cloud.community.chooseByline({ isNamed, requestId }));
    this.setData({ isSaving: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.showByline(answer.data);
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
});
