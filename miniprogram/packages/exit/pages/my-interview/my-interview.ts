import type { ExitForm, Likelihood, MyInterview } from '../../../../../shared/exit/interview';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';
import { likelihoods } from '../../wording/exit';

const empty: ExitForm = {
  reasonIds: [],
  story: '',
  suggestions: '',
  plans: '',
  wouldReturn: null,
  wouldRecommend: null,
};
/** A draft is saved when the fingers rest. */
const restMs = 1200;
const own = perPage(() => ({ saved: Promise.resolve(), handIn: new Intent(), timer: 0 }));
const scores = Array.from({ length: 11 }, (_, score) => score);

function headOf({ lastDay, scheduledAt, place, interviewerName, handedInAt, isOpen }: MyInterview) {
  const now = new Date();
  const where = [place, interviewerName].filter(Boolean).join('，');
  return {
    lastDay: dayInWords(lastDay, todayOf(now)),
    talk: scheduledAt ? `面谈约在 ${momentInWords(scheduledAt, now)}${where ? `，${where}` : ''}` : '',
    handedIn: handedInAt ? `${momentInWords(handedInAt, now)} 已交给 HR，谢谢你说真话。` : '',
    closed: !isOpen && !handedInAt ? '填写时间已经过了。有话想说，可以直接联系 HR。' : '',
    isOpen,
  };
}

Page({
  data: {
    frame: loading,
    head: null as ReturnType<typeof headOf> | null,
    form: empty,
    likelihoods,
    scores,
    saved: '',
    problems: {} as { reason?: string; wouldReturn?: string; wouldRecommend?: string },
    busy: false,
    problem: '',
  },
  employmentId: '',

  onLoad() {
    wx.hideShareMenu({});
    this.readMine();
  },
  onUnload() {
    if (own(this).timer !== 0) this.saveDraft();
  },

  async readMine() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.exit.readMyExitInterview({}),
      show: ({ interview }) => {
        this.employmentId = interview?.employmentId ?? '';
        this.setData({ head: interview && headOf(interview), form: interview?.form ?? empty });
      },
    });
  },
  onRetryTap() {
    this.readMine();
  },

  change(form: Partial<ExitForm>) {
    this.setData({ form: { ...this.data.form, ...form }, problems: {}, problem: '', saved: '' });
    clearTimeout(own(this).timer);
    own(this).timer = setTimeout(() => this.saveDraft(), restMs);
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ reasonIds: string[] }>) {
    this.change({ reasonIds: detail.reasonIds });
  },
  onWordsChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
    this.change({ [currentTarget.dataset.name]: detail.value });
  },
  onReturnTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: Likelihood }>) {
    this.change({ wouldReturn: currentTarget.dataset.key });
  },
  onScoreTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { score: number }>) {
    this.change({ wouldRecommend: currentTarget.dataset.score });
  },

  /** One after the other, so that the last word stays. */
  saveDraft() {
    clearTimeout(own(this).timer);
    own(this).timer = 0;
    own(this).saved = own(this).saved.then(() => this.sendDraft());
  },
  /** Every draft says something else than the one before: as its repeat it would not be kept. */
  async sendDraft() {
    const said = { ...this.data.form, employmentId: this.employmentId, isHandedIn: false };
    const answer = await cloud.exit.saveMyExitForm({ ...said, requestId: newRequestId() });
    this.setData(answer.ok ? { saved: '草稿已保存，只有你看得到' } : { problem: refusalText(answer) });
  },
  async onHandInTap() {
    const { form } = this.data;
    const problems = {
      ...(form.reasonIds.length > 0 ? {} : { reason: '请选一个主要原因' }),
      ...(form.wouldReturn ? {} : { wouldReturn: '请选一个' }),
      ...(form.wouldRecommend === null ? { wouldRecommend: '请选一个分数' } : {}),
    };
    const isWhole = Object.keys(problems).length === 0;
    this.setData({ problems, problem: isWhole ? '' : '还有几处没有填。' });
    if (!isWhole) return;
    clearTimeout(own(this).timer);
    own(this).timer = 0;
    this.setData({ busy: true });
    await own(this).saved;
    const said = { ...form, employmentId: this.employmentId, isHandedIn: true };
    const answer = await own(this).handIn.send((requestId) => cloud.exit.saveMyExitForm({ ...said, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ head: headOf(answer.data), form: answer.data.form });
    wx.showToast({ title: '已交给 HR', icon: 'success', duration: 1500 });
  },
});
