import type { ActivityKind } from '../../../../../shared/activities/activity';
import type { Colleague } from '../../../../../shared/people/colleagues';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { todayOf } from '../../../../wording/day';
import { kindInWords } from '../../wording/activity';
import { type ActivityDraft, activityOf, type DraftProblems, draftProblems, emptyDraft } from './activity-draft';

const draftKey = 'draft.activity';
const publish = perPage(() => new Intent());
const kinds = (Object.keys(kindInWords) as ActivityKind[]).map((kind) => ({ kind, text: kindInWords[kind] }));
const closings = [
  { hours: 0, text: '活动开始时' },
  { hours: 2, text: '提前 2 小时' },
  { hours: 24, text: '提前一天' },
];
type TextField = 'title' | 'about' | 'place' | 'quota' | 'fee' | 'day' | 'from' | 'until';
type FieldChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: TextField }>;

Page({
  data: {
    kinds,
    closings,
    draft: emptyDraft(new Date(), false),
    today: '',
    problems: {} as DraftProblems,
    problem: '',
    saving: false,
    mayPublish: false,
    mayAll: false,
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  showMe({ roles }: Me) {
    const mayAll = roles.includes('hr');
    const now = new Date();
    const kept = wx.getStorageSync(draftKey) as ActivityDraft | '';
    const draft = { ...emptyDraft(now, !mayAll), ...(kept || {}) };
    this.setData({
      ...{ mayAll, mayPublish: mayAll || roles.includes('branchHr'), today: todayOf(now) },
      draft: mayAll ? draft : { ...draft, isForBranch: true },
    });
  },

  keep(change: Partial<ActivityDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    wx.setStorageSync(draftKey, draft);
  },
  onFieldChange({ currentTarget, detail }: FieldChange) {
    const { name } = currentTarget.dataset;
    const about = name === 'day' || name === 'from' || name === 'until' ? 'times' : name;
    this.setData({ [`problems.${about}`]: '' });
    this.keep({ [name]: detail.value });
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: ActivityKind }>) {
    this.keep({ kind: currentTarget.dataset.kind });
  },
  onClosingTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { hours: number }>) {
    this.setData({ 'problems.times': '' });
    this.keep({ closesHours: currentTarget.dataset.hours });
  },
  onAudienceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { branch: boolean }>) {
    this.keep({ isForBranch: currentTarget.dataset.branch });
  },
  onWalkInsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.keep({ allowsWalkIns: detail.value });
  },
  onOrganisersChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.keep({ organisers: detail.chosen });
  },
  async onSpotTap() {
    const chosen = await wx.chooseLocation({}).catch(() => null);
    if (!chosen) return;
    const { latitude, longitude, name } = chosen;
    this.keep({ spot: { latitude: Number(latitude), longitude: Number(longitude), name: name || '已选位置' } });
  },
  onSpotEndTap() {
    this.keep({ spot: null });
  },

  async onPublishTap() {
    const { draft } = this.data;
    const problems = draftProblems(draft, new Date());
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    const terms = activityOf(draft, currentMe().person?.branchId ?? null);
    this.setData({ saving: true });
    const answer = await publish(this).send((requestId) => cloud.activities.publishActivity({ ...terms, requestId }));
    this.setData({ saving: false });
    if (!answer.ok) {
      const isAboutTimes = answer.code === 'activity_times_wrong';
      this.setData(isAboutTimes ? { 'problems.times': refusalText(answer) } : { problem: refusalText(answer) });
      return;
    }
    wx.removeStorageSync(draftKey);
    wx.showToast({ title: '已发布', icon: 'success', duration: 1500 });
    wx.redirectTo({ url: `/packages/activities/pages/activity/activity?id=${answer.data._id}` });
  },
});
