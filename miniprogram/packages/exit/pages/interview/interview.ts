import type { ExitOutcome, Interview } from '../../../../../shared/exit/interview';
import type { Answer } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { todayOf } from '../../../../wording/day';
import { portraitRows } from '../../wording/exit';
import { interviewShown } from './interview-shown';

type Sheet = '' | 'schedule' | 'record' | 'cancel';
const intents = perPage(() => ({
  invite: new Intent(),
  schedule: new Intent(),
  record: new Intent(),
  cancel: new Intent(),
}));
const outcomes: { key: ExitOutcome; text: string }[] = [
  { key: 'exitConfirmed', text: '确认离职' },
  { key: 'retained', text: '挽留成功' },
];

Page({
  data: {
    frame: loading,
    view: null as ReturnType<typeof interviewShown> | null,
    portrait: [] as ReturnType<typeof portraitRows>,
    portraitProblem: '',
    sheet: '' as Sheet,
    day: '',
    time: '10:00',
    place: '',
    interviewer: '',
    outcomes,
    outcome: 'exitConfirmed' as ExitOutcome,
    reasonIds: [] as string[],
    notes: '',
    suggestions: '',
    reason: '',
    busy: false,
    problem: '',
  },
  employmentId: '',

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.employmentId = id;
    const day = todayOf(new Date(Date.now() + 86_400_000));
    this.setData({ day, interviewer: currentMe().person?.name ?? '' });
    this.readInterview();
  },
  async onPullDownRefresh() {
    await this.readInterview();
    wx.stopPullDownRefresh();
  },

  async readInterview() {
    const asked = { employmentId: this.employmentId };
    const isThere = await fillFrame(this, {
      keepAs: null,
      ask: async () => {
        const [interview, reasons] = await Promise.all([
          cloud.exit.readExitInterview(asked),
          cloud.exit.listExitReasons({}),
        ]);
        if (!interview.ok) return interview;
        if (!reasons.ok) return reasons;
        return { ...interview, data: { interview: interview.data, reasons: reasons.data } };
      },
      show: ({ interview, reasons }) => this.setData({ view: interviewShown(interview, reasons) }),
    });
    if (!isThere) return;
    const portrait = await cloud.exit.readExitPortrait(asked);
    this.setData(
      portrait.ok
        ? { portrait: portraitRows(portrait.data), portraitProblem: '' }
        : { portraitProblem: refusalText(portrait) },
    );
  },
  onRetryTap() {
    this.readInterview();
  },

  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sheet: Sheet }>) {
    this.setData({ sheet: currentTarget.dataset.sheet, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ day: detail.value, problem: '' });
  },
  onTimeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ time: detail.value, problem: '' });
  },
  onWordsChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
    this.setData({ [currentTarget.dataset.name]: detail.value, problem: '' });
  },
  onOutcomeTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: ExitOutcome }>) {
    this.setData({ outcome: currentTarget.dataset.key });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ reasonIds: string[] }>) {
    this.setData({ reasonIds: detail.reasonIds });
  },

  async onInviteTap() {
    const { employmentId } = this;
    await this.change(
      intents(this).invite.send((requestId) => cloud.exit.inviteToExitInterview({ employmentId, requestId })),
      '已邀请',
    );
  },
  async onScheduleConfirm() {
    const { day, time, place, interviewer } = this.data;
    if (!place.trim() || !interviewer.trim()) {
      this.setData({ problem: '请写上地点和面谈人，本人会收到。' });
      return;
    }
    const scheduledAt = new Date(`${day}T${time}:00+08:00`).toISOString();
    const asked = { employmentId: this.employmentId, scheduledAt, place, interviewerName: interviewer };
    await this.change(
      intents(this).schedule.send((requestId) => cloud.exit.scheduleExitInterview({ ...asked, requestId })),
      '已约好',
    );
  },
  async onRecordConfirm() {
    const { outcome, reasonIds, notes, suggestions } = this.data;
    if (!notes.trim()) {
      this.setData({ problem: '请写几句面谈记录，只有 HR 能看到。' });
      return;
    }
    const said = { employmentId: this.employmentId, reasonId: reasonIds[0] ?? null, notes, suggestions, outcome };
    await this.change(
      intents(this).record.send((requestId) => cloud.exit.recordExitTalk({ ...said, requestId })),
      '已记录',
    );
  },
  async onCancelConfirm() {
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因。' });
      return;
    }
    const { employmentId } = this;
    await this.change(
      intents(this).cancel.send((requestId) => cloud.exit.cancelExitInterview({ employmentId, reason, requestId })),
      '已取消',
    );
  },
  async change(sent: Promise<Answer<Interview>>, said: string) {
    this.setData({ busy: true, problem: '' });
    const answer = await sent;
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await this.readInterview();
  },
});
