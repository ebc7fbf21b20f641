import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { type EntryView, entryView } from './entry-view';

const asking = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    id: '',
    view: null as EntryView | null,
    sheet: false,
    question: '',
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ id: decodeURIComponent(id) });
    this.readEntry();
  },
  async onPullDownRefresh() {
    await this.readEntry();
    wx.stopPullDownRefresh();
  },

  async readEntry() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.readMyEntry({ entryId: this.data.id }),
      show: (answer) => this.setData({ view: entryView(answer, new Date()) }),
    });
  },
  onRetryTap() {
    this.readEntry();
  },
  onAskTap() {
    this.setData({ sheet: true, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: false });
  },
  onQuestionChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ question: detail.value, problem: '' });
  },
  async onAskConfirm() {
    const question = this.data.question.trim();
    if (!question) {
      this.setData({ problem: '请写一句哪里不对，HR 才好核对。' });
      return;
    }
    const entryId = this.data.id;
    this.setData({ busy: true, problem: '' });
    const answer = await asking(this).send((requestId) => cloud.points.askAboutEntry({ entryId, question, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: false });
    wx.showToast({ title: '已交给 HR', icon: 'success', duration: 1500 });
    await this.readEntry();
  },
});
