import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

const change = perPage(() => new Intent());
const most = 8;

Page({
  data: { frame: loading, names: [] as string[], most, problem: '', busy: false },

  onLoad() {
    wx.hideShareMenu({});
    this.readValues();
  },

  async readValues() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.recognition.readThanksSettings({}),
      show: ({ values }) => this.setData({ names: values.filter(({ isInUse }) => isInUse).map(({ name }) => name) }),
    });
  },

  onRetryTap() {
    this.readValues();
  },
  onNameChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    this.setData({ [`names[${currentTarget.dataset.index}]`]: detail.value, problem: '' });
  },
  onAddTap() {
    this.setData({ names: [...this.data.names, ''] });
  },
  async onSaveTap() {
    const names = this.data.names.map((name) => name.trim()).filter(Boolean);
    if (names.length === 0) {
      this.setData({ problem: '至少留一条价值观。' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await change(this).send((requestId) => cloud.recognition.changeCompanyValues({ names, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ names });
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
});
