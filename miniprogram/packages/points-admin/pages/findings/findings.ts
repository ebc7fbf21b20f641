import type { PointFinding } from '../../../../../shared/points/board';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, todayOf } from '../../../../wording/day';
import { findingInWords, findingTitles } from '../../wording/finding';

type State = PointFinding['state'];

function rowOf(finding: PointFinding) {
  const { _id, kind, personName, foundOn, note, lookedAtBy } = finding;
  const found = `${dayInWords(foundOn, todayOf(new Date()))}发现`;
  const looked = lookedAtBy === null ? '' : `${lookedAtBy}看过：${note ?? ''}`;
  return { _id, title: findingTitles[kind], personName, reason: findingInWords(finding), found, looked };
}
type Row = ReturnType<typeof rowOf>;

interface Shown extends Screen {
  shownState(): State;
}
const list = perPage(
  (screen: Shown) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.points.listFindings({ state: screen.shownState(), ...cursor }),
      rowOf,
    }),
);
const noting = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    states: [
      { state: 'open', text: '待看' },
      { state: 'lookedAt', text: '已看过' },
    ],
    state: 'open' as State,
    sheet: false,
    finding: {} as Row,
    note: '',
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    list(this).refresh();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },

  shownState() {
    return this.data.state;
  },
  onStateTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { state: State }>) {
    this.setData({ state: currentTarget.dataset.state, frame: loading, rows: [] });
    list(this).refresh();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onMoreTap() {
    list(this).more();
  },
  onLookTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const finding = this.data.rows[currentTarget.dataset.index];
    if (finding) this.setData({ sheet: true, finding, note: '', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: false });
  },
  onNoteChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ note: detail.value, problem: '' });
  },
  async onNoteConfirm() {
    const note = this.data.note.trim();
    if (!note) {
      this.setData({ problem: '请写一句看下来的情况，同事也会看到。' });
      return;
    }
    const findingId = this.data.finding._id;
    this.setData({ busy: true, problem: '' });
    const answer = await noting(this).send((requestId) => cloud.points.noteFinding({ findingId, note, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) {
      this.setData({ sheet: false });
      wx.showToast({ title: '已记下', icon: 'success', duration: 1500 });
    }
    if (answer.ok || answer.code === 'finding_closed') await list(this).refresh();
  },
});
