import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

const change = perPage(() => new Intent());

Page({
  data: { frame: loading, text: '', problem: '', busy: false },

  onLoad() {
    wx.hideShareMenu({});
    this.readPosts();
  },
  async readPosts() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.suggestions.readCorePosts({}),
      show: ({ positions }) => this.setData({ text: positions.join('\n') }),
    });
  },
  onRetryTap() {
    this.readPosts();
  },
  onTextChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ text: detail.value, problem: '' });
  },
  async onSaveTap() {
    const positions = this.data.text
      .split('\n')
      .map((position) => position.trim())
      .filter(Boolean);
    this.setData({ busy: true, problem: '' });
    const answer = await change(this).send((requestId) => cloud.suggestions.changeCorePosts({ positions, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.setData({ text: answer.data.positions.join('\n') });
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
});
