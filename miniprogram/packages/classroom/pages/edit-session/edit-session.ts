import type { Colleague } from '../../../../../shared/people/colleagues';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { ownBranchOf } from '../../../../wording/branch';
import { todayOf } from '../../../../wording/day';
import { type DraftProblems, draftOf, draftProblems, emptyDraft, type SessionDraft, termsOf } from './session-draft';

const draftKey = 'draft.session';
const intent = perPage(() => new Intent());
type TextField = 'title' | 'about' | 'place' | 'quota' | 'hours' | 'day' | 'from' | 'until';
type FieldChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: TextField }>;

Page({
  data: {
    sessionId: '',
    draft: emptyDraft(new Date(), false),
    today: '',
    problems: {} as DraftProblems,
    problem: '',
    saving: false,
    mayArrange: false,
    courses: [{ courseId: '', title: '不对应课程' }],
    coursePlace: 0,
    mayAll: false,
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ sessionId: id });
    if (id) wx.setNavigationBarTitle({ title: '改班次' });
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    if (id) this.readSession();
    else this.readCourses();
  },
  onUnload() {
    offMeChange(this);
  },
  showMe({ roles }: Me) {
    const mayAll = roles.includes('hr');
    const now = new Date();
    this.setData({ mayAll, mayArrange: mayAll || roles.includes('branchHr'), today: todayOf(now) });
    if (this.data.sessionId) return;
    const kept = wx.getStorageSync(draftKey) as SessionDraft | '';
    const draft = { ...emptyDraft(now, !mayAll), ...(kept || {}) };
    this.setData({ draft: mayAll ? draft : { ...draft, isForBranch: true } });
  },
  async readSession() {
    const answer = await cloud.classroom.readSession({ sessionId: this.data.sessionId });
    if (answer.ok) this.setData({ draft: draftOf(answer.data) });
    else this.setData({ problem: refusalText(answer) });
  },

  /** What a session may belong to. Without it a session is arranged all the same, for itself. */
  async readCourses() {
    const answer = await cloud.training.listCourses({ limit: 50 });
    if (!answer.ok) return;
    const offered = answer.data.items.map(({ courseId, title }) => ({ courseId, title }));
    const courses = [...this.data.courses, ...offered];
    const place = courses.findIndex(({ courseId }) => courseId === this.data.draft.courseId);
    this.setData({ courses, coursePlace: Math.max(0, place) });
  },
  onCourseChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const coursePlace = Number(detail.value);
    this.setData({ coursePlace });
    this.keep({ courseId: this.data.courses[coursePlace]?.courseId ?? '' });
  },

  keep(change: Partial<SessionDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    if (!this.data.sessionId) wx.setStorageSync(draftKey, draft);
  },
  onFieldChange({ currentTarget, detail }: FieldChange) {
    const { name } = currentTarget.dataset;
    const about = name === 'day' || name === 'from' || name === 'until' ? 'times' : name;
    this.setData({ [`problems.${about}`]: '' });
    this.keep({ [name]: detail.value });
  },
  onAudienceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { branch: boolean }>) {
    this.keep({ isForBranch: currentTarget.dataset.branch });
  },
  onTrainersChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ 'problems.trainers': '' });
    this.keep({ trainers: detail.chosen });
  },

  async onSaveTap() {
    const { draft, sessionId } = this.data;
    const problems = draftProblems(draft, new Date());
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    const terms = termsOf(draft);
    const branchId = draft.isForBranch ? ownBranchOf(currentMe()) : null;
    this.setData({ saving: true });
    const answer = await intent(this).send((requestId) =>
      sessionId
        ? cloud.classroom.changeSession({ ...terms, sessionId, requestId })
        : cloud.classroom.arrangeSession({ ...terms, branchId, courseId: draft.courseId || null, requestId }),
    );
    this.setData({ saving: false });
    if (!answer.ok) {
      const text = refusalText(answer);
      const isAboutTimes = answer.code === 'session_times_wrong';
      const isAboutQuota = answer.code === 'session_quota_too_small';
      if (isAboutTimes) this.setData({ 'problems.times': text });
      else this.setData(isAboutQuota ? { 'problems.quota': text } : { problem: text });
      return;
    }
    wx.showToast({ title: sessionId ? '已更改，都通知到了' : '已开班', icon: 'success', duration: 1500 });
    if (sessionId) {
      wx.navigateBack();
      return;
    }
    wx.removeStorageSync(draftKey);
    wx.redirectTo({ url: `/packages/classroom/pages/session/session?id=${answer.data._id}` });
  },
});
