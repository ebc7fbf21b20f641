import type { Activity, ActivityKind } from '../../../../../shared/activities/activity';
import type { Audience } from '../../../../../shared/people/audience';
import type { Colleague } from '../../../../../shared/people/colleagues';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { doorFrame } from '../../../../cloud/door-frame';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { firstAudience } from '../../../../wording/audience';
import { todayOf } from '../../../../wording/day';
import { kindInWords } from '../../wording/activity';
import {
  type ActivityDraft,
  activityOf,
  changeOf,
  type DraftProblems,
  draftOf,
  draftProblems,
  emptyDraft,
} from './activity-draft';

const draftKey = 'draft.activity';
const publish = perPage(() => new Intent());
const kinds = (Object.keys(kindInWords) as ActivityKind[]).map((kind) => ({ kind, text: kindInWords[kind] }));
const closings = [
  { hours: 0, text: '活动开始时' },
  { hours: 2, text: '提前 2 小时' },
  { hours: 24, text: '提前一天' },
];
type TextField = 'title' | 'about' | 'place' | 'quota' | 'fee' | 'day' | 'untilDay' | 'from' | 'until';
type FieldChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: TextField }>;

Page({
  data: {
    /** Of the activity that is changed; empty for a new one. */
    activityId: '',
    frame: loading,
    before: {} as Activity,
    kinds,
    closings,
    draft: emptyDraft(new Date(), { kind: 'everybody' }),
    today: '',
    problems: {} as DraftProblems,
    problem: '',
    saving: false,
    /** Somebody has a place: what a seat costs is agreed. */
    isFeeAgreed: false,
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ activityId: id });
    onMeChange(this, (me) => this.showMe(me));
    if (id) wx.setNavigationBarTitle({ title: '修改活动' });
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  async readActivity() {
    const { activityId } = this.data;
    this.setData({ frame: loading });
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.activities.readActivity({ activityId }),
      show: (before) =>
        this.setData({ before, draft: draftOf(before), isFeeAgreed: before.taken + before.waiting > 0 }),
    });
  },
  onRetryTap() {
    this.readActivity();
  },
  showMe(me: Me) {
    const frame = doorFrame(me, ['hr', 'branchHr']);
    if (frame.state === 'ready' && this.data.activityId) this.readActivity();
    else this.setData({ frame });
    if (this.data.activityId) return;
    const now = new Date();
    const kept = wx.getStorageSync(draftKey) as ActivityDraft | '';
    const first = firstAudience(me);
    const draft = { ...emptyDraft(now, first), ...(kept || {}) };
    this.setData({ today: todayOf(now), draft: me.roles.includes('hr') ? draft : { ...draft, audience: first } });
  },

  keep(change: Partial<ActivityDraft>) {
    const draft = { ...this.data.draft, ...change };
    this.setData({ draft, problem: '' });
    // A change to an activity is not kept as the next new one.
    if (!this.data.activityId) wx.setStorageSync(draftKey, draft);
  },
  onFieldChange({ currentTarget, detail }: FieldChange) {
    const { name } = currentTarget.dataset;
    const about = name === 'day' || name === 'untilDay' || name === 'from' || name === 'until' ? 'times' : name;
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
  onAudienceChange({ detail }: WechatMiniprogram.CustomEvent<{ audience: Audience }>) {
    this.setData({ 'problems.audience': '' });
    this.keep({ audience: detail.audience });
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
    const { draft, activityId, before } = this.data;
    const problems = draftProblems(draft, new Date(), activityId !== '');
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ saving: true });
    const answer = await publish(this).send((requestId) =>
      activityId
        ? cloud.activities.changeActivity({ activityId, ...changeOf(draft, before), requestId })
        : cloud.activities.publishActivity({ ...activityOf(draft), requestId }),
    );
    this.setData({ saving: false });
    if (!answer.ok) {
      const isAboutTimes = answer.code === 'activity_times_wrong';
      this.setData(isAboutTimes ? { 'problems.times': refusalText(answer) } : { problem: refusalText(answer) });
      return;
    }
    if (activityId) {
      wx.navigateBack();
      return;
    }
    wx.removeStorageSync(draftKey);
    wx.showToast({ title: '已发布', icon: 'success', duration: 1500 });
    wx.redirectTo({ url: `/packages/activities/pages/activity/activity?id=${answer.data._id}` });
  },
});
