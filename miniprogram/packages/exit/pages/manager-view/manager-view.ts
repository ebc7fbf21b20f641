import type { LeaverHead, ManagerView } from '../../../../../shared/exit/interview';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';

const record = perPage(() => new Intent());

function shown({ leaver, view }: { leaver: LeaverHead; view: ManagerView | null }) {
  const now = new Date();
  const { personName, departmentName, position, lastDay } = leaver;
  return {
    personName,
    post: [departmentName, position].filter(Boolean).join(' · '),
    lastDay: `最后工作日 ${dayInWords(lastDay, todayOf(now))}`,
    written: view ? `${momentInWords(view.at, now)} 已提交，不能再改。` : '',
  };
}

Page({
  data: {
    frame: loading,
    head: null as ReturnType<typeof shown> | null,
    reasonIds: [] as string[],
    words: '',
    reasonProblem: '',
    busy: false,
    problem: '',
  },
  employmentId: '',

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.employmentId = id;
    this.readView();
  },

  async readView() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.exit.readManagerView({ employmentId: this.employmentId }),
      show: (answer) => this.showView(answer),
    });
  },
  showView(answer: { leaver: LeaverHead; view: ManagerView | null }) {
    const { view } = answer;
    this.setData({ head: shown(answer), ...(view ? { reasonIds: [view.reasonId], words: view.words } : {}) });
  },
  onRetryTap() {
    this.readView();
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ reasonIds: string[] }>) {
    this.setData({ reasonIds: detail.reasonIds, reasonProblem: '', problem: '' });
  },
  onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, problem: '' });
  },
  async onRecordTap() {
    const { reasonIds, words } = this.data;
    const [reasonId] = reasonIds;
    if (!reasonId) {
      this.setData({ reasonProblem: '请选一个你认为的主要原因' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const said = { employmentId: this.employmentId, reasonId, words };
    const answer = await record(this).send((requestId) => cloud.exit.recordManagerView({ ...said, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.showView(answer.data);
    wx.showToast({ title: '已提交', icon: 'success', duration: 1500 });
  },
});
