import type {
  BoardingKind,
  OnboardingTemplate,
  OwnerRole,
  PaperKind,
  TemplateActivity,
} from '../../../../../shared/onboarding/template';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { cloud } from '../../../../cloud/client';
import { doorFrame } from '../../../../cloud/door-frame';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import type { Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { ownBranchOf } from '../../../../wording/branch';
import { ownerInWords, paperInWords } from '../../wording/boarding';
import {
  activityProblem,
  activityRow,
  draftOf,
  draftProblem,
  emptyActivity,
  emptyTemplate,
  freshKey,
  kindsFor,
  type TemplateDraft,
  termsOf,
} from './template-draft';

type Change = WechatMiniprogram.CustomEvent<{ value: string }, never, { name: string }>;

const save = perPage(() => new Intent());
const courses = perPage(() => ({ next: null as string | null }));
const owners = (Object.keys(ownerInWords) as OwnerRole[]).map((owner) => ({ owner, text: ownerInWords[owner] }));
const papers = (Object.keys(paperInWords) as PaperKind[]).map((paper) => ({ paper, text: paperInWords[paper] }));

Page({
  data: {
    templateId: '',
    seenVersion: 0,
    branchId: null as string | null,
    mayChange: true,
    isScopeFixed: false,
    frame: loading,
    draft: emptyTemplate,
    rows: [] as ReturnType<typeof activityRow>[],
    ...{ owners, papers },
    kinds: kindsFor(emptyActivity.owner),
    editing: -1,
    activity: emptyActivity,
    others: [] as { key: string; title: string; isChosen: boolean }[],
    persons: [] as Colleague[],
    /** What somebody new may take; empty until it is known. */
    courses: [] as { courseId: string; title: string }[],
    coursesTail: 'loading' as Tail,
    coursesProblem: '',
    problem: '',
    sheetProblem: '',
    busy: false,
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ templateId: id, isScopeFixed: id !== '' });
    if (id) this.readTemplate();
    else this.setData({ frame: doorFrame(currentMe(), ['hr', 'branchHr']) });
    this.readCourses();
  },
  /** The next page of courses; the first as long as there is none. */
  async readCourses() {
    const { next } = courses(this);
    this.setData({ coursesTail: 'loading', coursesProblem: '' });
    const answer = await cloud.training.listCourses({ limit: 50, ...(next === null ? {} : { cursor: next }) });
    if (!answer.ok) {
      this.setData({ coursesTail: 'failed', coursesProblem: refusalText(answer) });
      return;
    }
    const more = answer.data.items.map(({ courseId, title }) => ({ courseId, title }));
    courses(this).next = answer.data.next;
    const coursesTail = answer.data.next === null ? 'end' : 'more';
    this.setData({ courses: [...this.data.courses, ...more], coursesTail });
  },
  onCourseTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    this.setData({ 'activity.courseId': currentTarget.dataset.id, sheetProblem: '' });
  },
  async readTemplate() {
    this.setData({ frame: loading });
    const { templateId } = this.data;
    await fillFrame<{ items: (OnboardingTemplate & { mayChange: boolean })[] }>(this, {
      keepAs: null,
      ask: () => cloud.onboarding.listTemplates({}),
      show: ({ items }) => {
        const found = items.find(({ _id }) => _id === templateId);
        if (!found) return;
        const { version: seenVersion, branchId, mayChange } = found;
        this.setData({ seenVersion, branchId, mayChange });
        this.showDraft(draftOf(found));
      },
    });
  },
  showDraft(draft: TemplateDraft) {
    this.setData({ draft, rows: draft.activities.map(activityRow) });
  },
  onRetryTap() {
    this.readTemplate();
  },
  onFieldChange({ currentTarget, detail }: Change) {
    this.setData({ [`draft.${currentTarget.dataset.name}`]: detail.value, problem: '' });
  },

  openActivity(editing: number, activity: TemplateActivity) {
    const others = this.data.draft.activities
      .filter(({ key }) => key !== activity.key)
      .map(({ key, title }) => ({ key, title, isChosen: activity.dependsOn.includes(key) }));
    this.setData({ editing, activity, kinds: kindsFor(activity.owner), others, persons: [], sheetProblem: '' });
  },
  onActivityTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const activity = this.data.draft.activities[currentTarget.dataset.index];
    if (activity && this.data.mayChange) this.openActivity(currentTarget.dataset.index, activity);
  },
  onAddTap() {
    const { activities } = this.data.draft;
    this.openActivity(activities.length, { ...emptyActivity, key: freshKey(activities) });
  },
  onDismiss() {
    this.setData({ editing: -1 });
  },
  onActivityChange({ currentTarget, detail }: Change) {
    this.setData({ [`activity.${currentTarget.dataset.name}`]: detail.value, sheetProblem: '' });
  },
  onNumberChange({ currentTarget, detail }: Change) {
    const typed = Math.trunc(Number(detail.value));
    if (Number.isFinite(typed)) this.setData({ [`activity.${currentTarget.dataset.name}`]: typed });
  },
  onOwnerTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { owner: OwnerRole }>) {
    const { owner } = currentTarget.dataset;
    const kinds = kindsFor(owner);
    const kind = kinds.find((one) => one.kind === this.data.activity.kind)?.kind ?? 'tick';
    this.setData({
      kinds,
      activity: {
        ...this.data.activity,
        owner,
        kind,
        ownerPersonId: null,
        paper: kind === 'upload' ? this.data.activity.paper : null,
        courseId: kind === 'course' ? this.data.activity.courseId : null,
      },
      persons: [],
    });
  },
  onPersonsChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ persons: detail.chosen, 'activity.ownerPersonId': detail.chosen[0]?.personId ?? null });
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: BoardingKind }>) {
    const { kind } = currentTarget.dataset;
    this.setData({ activity: { ...this.data.activity, kind, paper: null, courseId: null } });
  },
  onPaperTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { paper: PaperKind }>) {
    this.setData({ 'activity.paper': currentTarget.dataset.paper, sheetProblem: '' });
  },
  onRequiredChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ 'activity.isRequired': detail.value });
  },
  onValidChange({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ 'activity.staysValid': detail.value });
  },
  onOtherTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const { index } = currentTarget.dataset;
    const isChosen = !this.data.others[index]?.isChosen;
    const others = this.data.others.map((one, place) => (place === index ? { ...one, isChosen } : one));
    const dependsOn = others.filter((one) => one.isChosen).map(({ key }) => key);
    if (dependsOn.length > 5) {
      this.setData({ sheetProblem: '最多等五项。' });
      return;
    }
    this.setData({ others, 'activity.dependsOn': dependsOn });
  },
  onActivityConfirm() {
    const { activity, editing, draft } = this.data;
    const sheetProblem = activityProblem(activity);
    if (sheetProblem) {
      this.setData({ sheetProblem });
      return;
    }
    const activities = [...draft.activities];
    activities[editing] = activity;
    this.setData({ editing: -1 });
    this.showDraft({ ...draft, activities });
  },
  onRemoveTap() {
    const { editing, draft, activity } = this.data;
    const activities = draft.activities
      .filter((_, index) => index !== editing)
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((key) => key !== activity.key) }));
    this.setData({ editing: -1 });
    this.showDraft({ ...draft, activities });
  },

  async onSaveTap() {
    const { draft, templateId, seenVersion, branchId } = this.data;
    const problem = draftProblem(draft);
    if (problem) {
      this.setData({ problem });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const me = currentMe();
    // A branch's HR writes for its branch; what is there keeps its own.
    const whose = templateId || me.roles.includes('hr') ? branchId : ownBranchOf(me);
    const input = { templateId: templateId || null, seenVersion, ...termsOf(draft, whose) };
    const answer = await save(this).send((requestId) => cloud.onboarding.saveTemplate({ ...input, requestId }));
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
});
