import type { Session } from '../../../../../shared/classroom/session';
import type { Answer } from '../../../../../shared/kernel/contract';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { todayOf } from '../../../../wording/day';
import { codeText, sessionLine } from '../../wording/session';
import { classSteps, noSteps, outcomeInWords, type Row, rowOf } from './class-rows';

type Sheet = '' | 'mark' | 'grade' | 'passAll' | 'cancel' | 'place' | 'makeUp';
type Tap = WechatMiniprogram.TouchEvent<never, never, { index: number; sheet: Sheet; passed: boolean }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>;

const timers = perPage(() => ({ next: 0, isShown: false }));
const intent = perPage(() => new Intent());
const shown = perPage(() => ({ session: null as Session | null }));

/** After a failure the code is asked for again so soon: a room is waiting. */
const againMillis = 3000;
const dayMillis = 86_400_000;
/** Results go to the cloud so many at a time. */
const resultsAtOnce = 50;
const momentOf = (day: string, time: string) => new Date(`${day}T${time}:00.000+08:00`).toISOString();

Page({
  data: {
    ...{ sessionId: '', head: {} as ReturnType<typeof sessionLine>, frame: loading, rows: [] as Row[] },
    ...{ qr: '', qrProblem: '', signedIn: 0, results: '', average: '', words: [] as string[], steps: noSteps },
    ...{ sheet: '' as Sheet, person: {} as Row, late: '', isPassed: true, score: '', reason: '', place: '' },
    ...{ chosen: [] as Colleague[], day: '', from: '14:00', until: '16:00', today: '', busy: false, problem: '' },
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ sessionId: id, today: todayOf(new Date()) });
  },
  onShow() {
    timers(this).isShown = true;
    this.readAll();
    this.turnCode();
    wx.setKeepScreenOn({ keepScreenOn: true });
  },
  onHide() {
    this.rest();
  },
  onUnload() {
    this.rest();
    wx.setKeepScreenOn({ keepScreenOn: false });
  },
  async onPullDownRefresh() {
    await this.readAll();
    wx.stopPullDownRefresh();
  },

  async readAll() {
    const { sessionId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.classroom.readSession({ sessionId }),
      show: (session) => {
        shown(this).session = session;
        this.setData({ head: sessionLine(session, currentMe().person?.personId ?? '', new Date()) });
      },
    });
    await this.readList();
  },
  async readList() {
    const { sessionId } = this.data;
    const { session } = shown(this);
    const [list, outcome] = await Promise.all([
      cloud.classroom.listParticipants({ sessionId }),
      cloud.classroom.readOutcome({ sessionId }),
    ]);
    if (outcome.ok) this.setData(outcomeInWords(outcome.data));
    if (!list.ok || !session) return;
    const now = new Date();
    const rows = list.data.items.map((one) => rowOf(one, session, now));
    this.setData({ rows, steps: classSteps(session, rows, now) });
  },
  /** A code that is still on its way when the page goes must not call for the next one. */
  rest() {
    timers(this).isShown = false;
    clearTimeout(timers(this).next);
  },
  /** The code turns when the cloud says so; its clock counts, not the phone's. */
  async turnCode() {
    const answer = await cloud.classroom.readSignInCode({ sessionId: this.data.sessionId });
    clearTimeout(timers(this).next);
    if (!timers(this).isShown) return;
    if (answer.ok) {
      const { code, nextInMillis, signedIn } = answer.data;
      const isMore = signedIn !== this.data.signedIn;
      this.setData({ qr: codeText(this.data.sessionId, code), qrProblem: '', signedIn });
      timers(this).next = setTimeout(() => this.turnCode(), nextInMillis);
      if (isMore) this.readList();
      return;
    }
    this.setData({ qr: '', qrProblem: refusalText(answer) });
    const mayCome = answer.code === 'unreachable' || answer.code === 'bug';
    if (mayCome) timers(this).next = setTimeout(() => this.turnCode(), againMillis);
  },

  onRetryTap() {
    this.readAll();
  },
  onRowTap({ currentTarget }: Tap) {
    const person = this.data.rows[currentTarget.dataset.index];
    if (!person) return;
    const { isPassed, score, result } = person;
    const { sheet } = currentTarget.dataset;
    this.setData({ sheet, person, late: '', isPassed: result ? isPassed : true, score, problem: '' });
  },
  onSheetTap({ currentTarget }: Tap) {
    const day = todayOf(new Date(Date.now() + 7 * dayMillis));
    const { place } = this.data.head;
    this.setData({ sheet: currentTarget.dataset.sheet, reason: '', chosen: [], day, place, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onTyped({ currentTarget, detail }: Typed) {
    this.setData({ [currentTarget.dataset.name]: detail.value, problem: '' });
  },
  onPassedTap({ currentTarget }: Tap) {
    this.setData({ isPassed: currentTarget.dataset.passed, problem: '' });
  },
  onChosenChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ chosen: detail.chosen, problem: '' });
  },

  /** Sends one change; a refusal stays on the sheet. Whether it was taken. */
  async send(ask: (requestId: string) => Promise<Answer<unknown>>, said: string): Promise<boolean> {
    this.setData({ busy: true, problem: '' });
    const answer = await intent(this).send(ask);
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return false;
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await this.readAll();
    return true;
  },
  onMarkConfirm() {
    const { sessionId, person, late } = this.data;
    if (!/^\d{0,3}$/.test(late) || Number(late) > 480) {
      this.setData({ problem: '迟到分钟请填 0 到 480，没有迟到就留空。' });
      return;
    }
    const asked = { sessionId, personId: person.personId, lateMinutes: Number(late || 0) };
    this.send((requestId) => cloud.classroom.markSignedIn({ ...asked, requestId }), '已登记');
  },
  onGradeConfirm() {
    const { sessionId, person, isPassed, score } = this.data;
    if (!/^\d{0,3}$/.test(score) || Number(score) > 100) {
      this.setData({ problem: '成绩请填 0 到 100，不打分就留空。' });
      return;
    }
    const hours = shown(this).session?.hours ?? 1;
    const results = [{ personId: person.personId, isPassed, score: score === '' ? null : Number(score), hours }];
    this.send((requestId) => cloud.classroom.recordResults({ sessionId, results, requestId }), '已登记');
  },
  /** Everybody who was there and has no result yet. */
  async onPassAllConfirm() {
    const { sessionId, rows } = this.data;
    const hours = shown(this).session?.hours ?? 1;
    const open = rows.filter(({ mayGrade, result }) => mayGrade && !result);
    for (let from = 0; from < open.length; from += resultsAtOnce) {
      const some = open.slice(from, from + resultsAtOnce);
      const results = some.map(({ personId }) => ({ personId, isPassed: true, score: null, hours }));
      const asked = (requestId: string) => cloud.classroom.recordResults({ sessionId, results, requestId });
      if (!(await this.send(asked, '已登记'))) return;
    }
  },
  onPlaceConfirm() {
    const { sessionId, chosen } = this.data;
    if (chosen.length === 0) {
      this.setData({ problem: '先选至少一位同事。' });
      return;
    }
    const personIds = chosen.map(({ personId }) => personId);
    this.send((requestId) => cloud.classroom.placeColleagues({ sessionId, personIds, requestId }), '已通知他们');
  },
  async onMakeUpConfirm() {
    const { sessionId, place, day, from, until } = this.data;
    if (from >= until || !place.trim()) {
      this.setData({ problem: '写上地点，结束要晚于开始。' });
      return;
    }
    const when = { place, startsAt: momentOf(day, from), endsAt: momentOf(day, until) };
    await this.send((requestId) => cloud.classroom.arrangeMakeUp({ sessionId, ...when, requestId }), '补课已安排');
  },
  async onCancelConfirm() {
    const { sessionId } = this.data;
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因，报名的同事和讲师会看到。' });
      return;
    }
    await this.send((requestId) => cloud.classroom.cancelSession({ sessionId, reason, requestId }), '已取消');
    await this.turnCode();
  },
  onChangeTap() {
    wx.navigateTo({ url: `/packages/classroom/pages/edit-session/edit-session?id=${this.data.sessionId}` });
  },
  /** As text for a spreadsheet: a file on the phone would be hard to find again. */
  async onExportTap() {
    this.setData({ busy: true });
    const answer = await cloud.classroom.exportParticipants({ sessionId: this.data.sessionId });
    this.setData({ busy: false });
    if (!answer.ok) {
      wx.showModal({ title: '没能导出', content: refusalText(answer), showCancel: false });
      return;
    }
    await wx.setClipboardData({ data: answer.data.csv });
    wx.showToast({ title: `已复制 ${answer.data.lines} 行`, icon: 'success', duration: 1500 });
  },
});
