import type { Answer } from '../../../../../shared/kernel/contract';
import type { Company } from '../../../../../shared/people/company';
import type { Me } from '../../../../../shared/people/model';
import { forgetAnswer } from '../../../../cloud/cache';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import {
  type CompanyDraft,
  type CompanyField,
  companyTextOf,
  draftOf,
  draftProblems,
  emptyDraft,
} from '../../company-draft';

const draftKey = 'draft.company';
const save = perPage(() => new Intent());

const lines = [
  { name: 'name', label: '公司名称', suffix: '', placeholder: '例如：云杉科技', type: 'text', maxlength: 40 },
  { name: 'tagline', label: '一句话', suffix: '', placeholder: '公司做什么', type: 'text', maxlength: 60 },
  { name: 'headcount', label: '大约多少人', suffix: '人', placeholder: '例如：60', type: 'number', maxlength: 7 },
  { name: 'foundedYear', label: '成立年份', suffix: '年', placeholder: '例如：2018', type: 'number', maxlength: 4 },
  {
    name: 'cities',
    label: '城市',
    suffix: '',
    placeholder: '用顿号隔开，例如：杭州、成都',
    type: 'text',
    maxlength: 170,
  },
];
const paragraphs = [
  { name: 'about', label: '我们是谁', placeholder: '做什么、为谁做、从哪里来（可以不填）', maxlength: 400 },
  {
    ...{ name: 'culture', label: '我们看重什么', maxlength: 450 },
    placeholder: '一行一条，例如：\n先到棚里看：需求先去现场看一眼',
  },
];

Page({
  data: {
    lines,
    paragraphs,
    frame: loading,
    mayChange: false,
    draft: emptyDraft,
    problems: {} as Partial<Record<CompanyField, string>>,
    problem: '',
    saving: false,
    /** Something typed earlier and not saved is on screen instead of what the cloud holds. */
    fromDraft: false,
  },
  seenVersion: 0,

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    this.readCompany();
  },
  onUnload() {
    offMeChange(this);
  },
  async onPullDownRefresh() {
    await this.readCompany();
    wx.stopPullDownRefresh();
  },
  showMe({ roles }: Me) {
    this.setData({ mayChange: roles.includes('hr') });
  },
  async readCompany() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.people.readCompany({}),
      show: ({ company }) => this.showCompany(company),
    });
  },
  showCompany(company: Company | null) {
    this.seenVersion = company?.version ?? 0;
    const kept = wx.getStorageSync(draftKey) as CompanyDraft | '';
    const saved = company ? draftOf(company) : emptyDraft;
    this.setData({ draft: kept || saved, fromDraft: Boolean(kept), problems: {}, problem: '' });
  },

  onFieldChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: CompanyField }>) {
    const { name } = currentTarget.dataset;
    if (this.data.draft[name] === detail.value) return;
    this.setData({ [`draft.${name}`]: detail.value, [`problems.${name}`]: '', problem: '' });
    wx.setStorageSync(draftKey, this.data.draft);
  },
  onDropDraftTap() {
    wx.removeStorageSync(draftKey);
    this.readCompany();
  },
  onRetryTap() {
    this.readCompany();
  },
  async onSaveTap() {
    const { draft } = this.data;
    const problems = draftProblems(draft);
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ saving: true });
    const answer = await save(this).send((requestId) =>
      cloud.people.changeCompany({ ...companyTextOf(draft), seenVersion: this.seenVersion, requestId }),
    );
    this.setData({ saving: false });
    this.showAnswer(answer);
  },
  showAnswer(answer: Answer<Company>) {
    if (!answer.ok) return this.setData({ problem: refusalText(answer) });
    wx.removeStorageSync(draftKey);
    forgetAnswer('company');
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
});
