import type { AlumniConsents, MyAlumniRecord } from '../../../../../shared/exit/alumni';
import type { Likelihood } from '../../../../../shared/exit/interview';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { likelihoods } from '../../wording/exit';

const intents = perPage(() => ({ save: new Intent(), erase: new Intent() }));
const consentRows: { key: keyof AlumniConsents; title: string; meta: string }[] = [
  { key: 'contact', title: '可以联系我', meta: 'HR 能看到下面的联系方式' },
  { key: 'news', title: '收公司动态', meta: '年报、活动和新消息' },
  { key: 'jobs', title: '收合适的职位', meta: '和你擅长的事对得上的' },
];
const nothing: AlumniConsents = { contact: false, news: false, jobs: false };

const draftOf = (record: MyAlumniRecord | null) => ({
  consents: record?.consents ?? nothing,
  contact: record?.contact ?? '',
  nowDoing: record?.nowDoing ?? '',
  wouldReturn: record?.wouldReturn ?? null,
  expertIn: record?.expertIn.join('、') ?? '',
});

Page({
  data: {
    frame: loading,
    consentRows,
    likelihoods,
    isThere: false,
    isCore: false,
    draft: draftOf(null),
    expertProblem: '',
    isErasing: false,
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.readRecord();
  },
  async readRecord() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.exit.readMyAlumniRecord({}),
      show: ({ record }) => this.showRecord(record),
    });
  },
  showRecord(record: MyAlumniRecord | null) {
    this.setData({ draft: draftOf(record), isThere: record !== null, isCore: record?.isCore ?? false });
  },
  onRetryTap() {
    this.readRecord();
  },
  onConsentChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { key: keyof AlumniConsents }>) {
    this.setData({ [`draft.consents.${currentTarget.dataset.key}`]: detail.value, problem: '' });
  },
  onWordsChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
    this.setData({ [`draft.${currentTarget.dataset.name}`]: detail.value, expertProblem: '', problem: '' });
  },
  onReturnTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: Likelihood }>) {
    this.setData({ 'draft.wouldReturn': currentTarget.dataset.key });
  },
  async onSaveTap() {
    const { expertIn: typed, ...draft } = this.data.draft;
    const expertIn = typed.split(/[、，,;；\n]/).flatMap((word) => (word.trim() ? [word.trim()] : []));
    if (expertIn.length > 5 || expertIn.some((word) => word.length > 20)) {
      this.setData({ expertProblem: '最多五项，每项不超过 20 个字' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).save.send((requestId) =>
      cloud.exit.saveMyAlumniRecord({ ...draft, expertIn, requestId }),
    );
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.showRecord(answer.data);
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
  onEraseTap() {
    this.setData({ isErasing: true, problem: '' });
  },
  onDismiss() {
    this.setData({ isErasing: false });
  },
  async onEraseConfirm() {
    this.setData({ busy: true, problem: '' });
    const answer = await intents(this).erase.send((requestId) => cloud.exit.eraseMyAlumniRecord({ requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ isErasing: false });
    this.showRecord(null);
    wx.showToast({ title: '已删除', icon: 'success', duration: 1500 });
  },
});
