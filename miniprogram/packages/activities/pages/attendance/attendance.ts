import type { Activity, Attendee, EnrolmentState } from '../../../../../shared/activities/activity';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe } from '../../../../cloud/session';
import { momentInWords } from '../../../../wording/day';
import { activityLine } from '../../wording/activity';

const stateInWords: Record<EnrolmentState, string> = {
  seated: '还没到',
  waiting: '候补',
  walkIn: '现场加入',
  left: '已取消报名',
};
const rowOf = ({ personId, name, departmentName, state, attendedAt }: Attendee) => ({
  ...{ personId, name, departmentName },
  isThere: attendedAt !== null,
  part: attendedAt === null ? stateInWords[state] : `${momentInWords(attendedAt, new Date())} 已到`,
  mayMark: attendedAt === null && state === 'seated',
  /** May sit down where somebody did not come, once it has begun. */
  mayFillIn: attendedAt === null && state === 'waiting',
});
type Row = ReturnType<typeof rowOf>;

interface ListScreen extends Screen {
  data: { activityId: string };
}
const people = perPage(
  (screen: ListScreen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.activities.listAttendees({ activityId: screen.data.activityId, ...cursor }),
      rowOf,
    }),
);
const intents = perPage(() => ({ mark: new Intent(), cancel: new Intent() }));

Page({
  data: {
    activityId: '',
    head: {} as ReturnType<typeof activityLine>,
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    hasCode: false,
    isCancelled: false,
    hasBegun: false,
    attended: 0,
    results: '',
    average: '',
    words: [] as string[],
    mayCancel: false,
    mayChange: false,
    sheet: '' as '' | 'mark' | 'cancel',
    person: {} as Row,
    reason: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ activityId: id });
  },
  onShow() {
    this.readAll();
    wx.setKeepScreenOn({ keepScreenOn: true });
  },
  onUnload() {
    wx.setKeepScreenOn({ keepScreenOn: false });
  },
  async onPullDownRefresh() {
    await this.readAll();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    people(this).more();
  },

  async readAll() {
    const { activityId } = this.data;
    await people(this).refresh();
    const answer = await cloud.activities.readActivity({ activityId });
    if (answer.ok) this.showActivity(answer.data);
    await this.readResults();
  },
  showActivity(activity: Activity) {
    const { roles } = currentMe();
    const isHr = roles.includes('hr') || roles.includes('branchHr');
    const mayCancel = isHr && activity.state === 'open' && Date.now() < Date.parse(activity.startsAt);
    const mayChange = isHr && activity.state === 'open' && Date.now() <= Date.parse(activity.endsAt);
    const isCancelled = activity.state === 'cancelled';
    this.setData({
      head: activityLine(activity, new Date()),
      mayCancel,
      mayChange,
      isCancelled,
      hasBegun: !isCancelled && Date.now() >= Date.parse(activity.startsAt),
      hasCode: this.data.hasCode && !isCancelled,
    });
  },
  async readResults() {
    const answer = await cloud.activities.readResults({ activityId: this.data.activityId });
    if (!answer.ok) return;
    const { seated, walkIns, attended, answers, average, words } = answer.data;
    this.setData({
      ...{ attended, words },
      results: `报名 ${seated} 人，现场加入 ${walkIns} 人，到场 ${attended} 人`,
      average: average === null ? `收到 ${answers} 份反馈，满 3 份才汇总` : `${answers} 份反馈，平均 ${average} 分`,
    });
  },
  onCodeTurn({ detail }: WechatMiniprogram.CustomEvent<{ attended: number }>) {
    this.setData({ attended: detail.attended, hasCode: true });
  },

  onRetryTap() {
    this.readAll();
  },
  onMoreTap() {
    people(this).more();
  },
  onMarkTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const person = this.data.rows[currentTarget.dataset.index];
    if (person) this.setData({ sheet: 'mark', person, problem: '' });
  },
  onChangeTap() {
    wx.navigateTo({ url: `/packages/activities/pages/new-activity/new-activity?id=${this.data.activityId}` });
  },
  onCancelTap() {
    this.setData({ sheet: 'cancel', reason: '', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  async onMarkConfirm() {
    const { activityId, person } = this.data;
    const { personId } = person;
    const marking = intents(this).mark.send((requestId) =>
      cloud.activities.markAttended({ activityId, personId, requestId }),
    );
    if (await carryOut(this, marking)) await this.readAll();
  },
  async onCancelConfirm() {
    const { activityId } = this.data;
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因，报名的同事会看到。' });
      return;
    }
    const cancelling = intents(this).cancel.send((requestId) =>
      cloud.activities.cancelActivity({ activityId, reason, requestId }),
    );
    const cancelled = await carryOut(this, cancelling);
    if (cancelled) this.showActivity(cancelled);
  },
  /** As text for a spreadsheet: a file on the phone would be hard to find again. */
  async onExportTap() {
    const { activityId } = this.data;
    const exported = await carryOut(this, cloud.activities.exportAttendees({ activityId }));
    if (!exported) return;
    await wx.setClipboardData({ data: exported.csv });
    wx.showToast({ title: `已复制 ${exported.lines} 行`, icon: 'success', duration: 1500 });
  },
});
