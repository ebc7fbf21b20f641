import type { NoticeKind, NoticeSettings, NoticeSettingsView, ReminderOffer } from '../../../../../shared/today/model';
import { keepAnswer } from '../../../../cloud/cache';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { askForReminders, bindAsEmployee, mayBindEmployee } from '../../wechat-agreement';
import { noticeKindWordings } from '../../wording/notice-kind';

const keepAs = 'noticeSettings';
const usualQuiet = { from: '22:00', until: '08:00' };
const unheard = '微信没有打开询问窗口，请稍后再试。';

const kindRows = (muted: readonly NoticeKind[], mine: readonly NoticeKind[]) =>
  noticeKindWordings
    .filter(({ kind }) => mine.includes(kind))
    .map((wording) => ({ ...wording, isOn: !muted.includes(wording.kind) }));

/** Changes go to the cloud one after the other, each with everything as it stands on screen by then. */
interface Saving {
  made: number;
  line: Promise<void>;
  /** What the cloud holds. */
  saved: NoticeSettings;
}
const saving = perPage((): Saving => ({ made: 0, line: Promise.resolve(), saved: { quiet: null, muted: [] } }));

type Picked = WechatMiniprogram.CustomEvent<{ value: string }, never, { edge: 'from' | 'until' }>;
type Switched = WechatMiniprogram.CustomEvent<{ value: boolean }, never, { kind: NoticeKind }>;

Page({
  data: {
    frame: loading,
    quiet: null as NoticeSettings['quiet'],
    muted: [] as NoticeKind[],
    /** The kinds that concern me. */
    mine: [] as NoticeKind[],
    kinds: kindRows([], []),
    offers: null as ReminderOffer[] | null,
    employeeTemplateId: '',
    isEmployeeBound: false,
    mayBind: false,
    askNote: '',
    problem: '',
    isEnding: false,
    endProblem: '',
    isBusy: false,
  },

  onLoad() {
    wx.hideShareMenu({});
    this.readSettings();
  },
  async onPullDownRefresh() {
    await this.readSettings();
    wx.stopPullDownRefresh();
  },
  onRetryTap() {
    this.readSettings();
  },
  /** An answer to a question asked before the last change says nothing about it. */
  async readSettings() {
    const asked = saving(this).made;
    await fillFrame(this, {
      keepAs,
      ask: () => cloud.today.readNoticeSettings({}),
      show: (settings: NoticeSettingsView) => {
        const { quiet, muted, kinds: mine, mayBind, ...agreements } = settings;
        this.setData({
          ...agreements,
          mine,
          mayBind: mayBind && mayBindEmployee(),
          kinds: kindRows(this.data.muted, mine),
        });
        if (asked !== saving(this).made) return;
        saving(this).saved = { quiet, muted };
        this.setData({ quiet, muted, kinds: kindRows(muted, mine), problem: '' });
      },
    });
  },

  onQuietSwitch({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.change({ quiet: detail.value ? usualQuiet : null });
  },
  onQuietPick({ detail, currentTarget }: Picked) {
    const quiet = { ...(this.data.quiet ?? usualQuiet), [currentTarget.dataset.edge]: detail.value };
    if (quiet.from === quiet.until) {
      this.setData({ problem: '开始和结束不能是同一个时间。', quiet: { ...(this.data.quiet ?? usualQuiet) } });
      return;
    }
    this.change({ quiet });
  },
  onKindSwitch({ detail, currentTarget }: Switched) {
    const { kind } = currentTarget.dataset;
    const others = this.data.muted.filter((one) => one !== kind);
    this.change({ muted: detail.value ? others : [...others, kind] });
  },
  /** Shown at once, and as it was when the cloud says no. */
  change(changed: Partial<NoticeSettings>) {
    const state = saving(this);
    state.made += 1;
    const muted = changed.muted ?? this.data.muted;
    this.setData({ ...changed, kinds: kindRows(muted, this.data.mine), problem: '' });
    state.line = state.line.then(() => this.save());
  },
  async save() {
    const { quiet, muted, offers, employeeTemplateId, isEmployeeBound, mine, mayBind } = this.data;
    const answer = await cloud.today.changeNoticeSettings({ quiet, muted, requestId: newRequestId() });
    if (answer.ok) {
      saving(this).saved = answer.data;
      keepAnswer(keepAs, { ...answer.data, offers, employeeTemplateId, isEmployeeBound, kinds: mine, mayBind });
      return;
    }
    const { saved } = saving(this);
    this.setData({ ...saved, kinds: kindRows(saved.muted, this.data.mine), problem: refusalText(answer) });
  },

  async onAllowTap() {
    const { offers } = this.data;
    if (!offers) return;
    this.setData({ askNote: '' });
    const accepted = await askForReminders(offers);
    if (accepted === null) return this.setData({ askNote: unheard });
    if (accepted.length === 0) return this.setData({ askNote: '没有选择任何一种。消息仍会出现在这里。' });
    const answer = await cloud.today.recordSubscription({ accepted, requestId: newRequestId() });
    if (!answer.ok) return this.setData({ askNote: refusalText(answer) });
    this.setData({ askNote: answer.data.isCounted ? '好，下次有事会在微信里提醒你。' : '没能记下来，请稍后再试。' });
    await this.readSettings();
  },

  async onBindTap() {
    this.setData({ askNote: '' });
    const isBound = await bindAsEmployee(this.data.employeeTemplateId);
    if (isBound === null) return this.setData({ askNote: unheard });
    if (!isBound) return this.setData({ askNote: '没有绑定。消息仍会出现在这里。' });
    const answer = await cloud.today.recordEmployeeRelation({ isBound, requestId: newRequestId() });
    if (!answer.ok) return this.setData({ askNote: refusalText(answer) });
    await this.readSettings();
  },
  onEndTap() {
    this.setData({ isEnding: true, endProblem: '' });
  },
  onEndDismiss() {
    this.setData({ isEnding: false });
  },
  async onEndConfirm() {
    this.setData({ isBusy: true, endProblem: '' });
    const answer = await cloud.today.recordEmployeeRelation({ isBound: false, requestId: newRequestId() });
    const isDone = answer.ok && answer.data.isCounted;
    const endProblem = answer.ok ? '没能解除，请稍后再试。' : refusalText(answer);
    this.setData({ isBusy: false, isEnding: !isDone, endProblem: isDone ? '' : endProblem });
    if (isDone) await this.readSettings();
  },
});
