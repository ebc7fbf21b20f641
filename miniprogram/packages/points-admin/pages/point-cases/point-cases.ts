import type { CaseOutcome, PointCase } from '../../../../../shared/points/board';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { caseCard } from '../../wording/point-case';

type State = 'open' | 'answered';

const rowOf = (pointCase: PointCase) => caseCard(pointCase, new Date());
type Row = ReturnType<typeof rowOf>;

interface Shown extends Screen {
  shownState(): State;
}
const list = perPage(
  (screen: Shown) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.points.listPointCases({ state: screen.shownState(), ...cursor }),
      rowOf,
    }),
);
const answering = perPage(() => new Intent());

const outcomes: { outcome: CaseOutcome; text: string; meta: string }[] = [
  { outcome: 'explained', text: '说明清楚', meta: '积分没有错，写给本人看' },
  { outcome: 'voided', text: '作废这一笔', meta: '记一笔相反的，原来的保留' },
  { outcome: 'corrected', text: '更正积分', meta: '补给或扣回一个数' },
];

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    states: [
      { state: 'open', text: '待答复' },
      { state: 'answered', text: '已答复' },
    ],
    state: 'open' as State,
    outcomes,
    sheet: false,
    pointCase: {} as Row,
    outcome: 'explained' as CaseOutcome,
    points: '',
    answer: '',
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

  onAnswerTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const pointCase = this.data.rows[currentTarget.dataset.index];
    if (pointCase) {
      this.setData({ sheet: true, pointCase, outcome: 'explained', points: '', answer: '', problem: '' });
    }
  },
  onDismiss() {
    this.setData({ sheet: false });
  },
  onOutcomeTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { outcome: CaseOutcome }>) {
    this.setData({ outcome: currentTarget.dataset.outcome, problem: '' });
  },
  onPointsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ points: detail.value, problem: '' });
  },
  onTextChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ answer: detail.value, problem: '' });
  },
  /** What has to be put right before the answer can go; empty when nothing. */
  problemOf(): string {
    const { answer, outcome, points } = this.data;
    if (!answer.trim()) return '请写一句答复，本人会看到。';
    const isNumber = /^-?\d{1,6}$/.test(points) && Number(points) !== 0 && Math.abs(Number(points)) <= 100_000;
    return outcome === 'corrected' && !isNumber ? '请填要补给的积分，扣回就写负数，例如 -20。' : '';
  },
  async onAnswerConfirm() {
    const problem = this.problemOf();
    this.setData({ problem });
    if (problem) return;
    const { outcome, points, answer, pointCase } = this.data;
    this.setData({ busy: true });
    const sent = await answering(this).send((requestId) =>
      cloud.points.answerPointCase({
        caseId: pointCase._id,
        outcome,
        points: outcome === 'corrected' ? Number(points) : null,
        answer: answer.trim(),
        requestId,
      }),
    );
    this.setData({ busy: false, problem: sent.ok ? '' : refusalText(sent) });
    if (sent.ok) {
      this.setData({ sheet: false });
      wx.showToast({ title: '已答复', icon: 'success', duration: 1500 });
    }
    if (sent.ok || sent.code === 'case_answered') await list(this).refresh();
  },
});
