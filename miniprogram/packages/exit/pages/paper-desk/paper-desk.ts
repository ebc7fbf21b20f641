import type { Paper, PaperState } from '../../../../../shared/exit/papers';
import type { Answer } from '../../../../../shared/kernel/contract';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { fenOf } from '../../../../wording/money';
import { dropPdf, openPdf } from '../../paper-file';
import { paperStateInWords } from '../../wording/exit';
import { paperRow } from '../../wording/paper';

type Row = ReturnType<typeof paperRow>;
const states = (Object.keys(paperStateInWords) as PaperState[]).map((state) => ({
  state,
  text: paperStateInWords[state],
}));
/** A million yuan a month is a slip of the finger. */
const mostMonthlyFen = 100_000_000;
const intents = perPage(() => ({ issue: new Intent(), decline: new Intent() }));

interface Queue extends Screen {
  shownState(): PaperState;
}
const queue = perPage(
  (screen: Queue) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.exit.listPaperRequests({ state: screen.shownState(), ...cursor }),
      rowOf: paperRow,
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    states,
    state: 'requested' as PaperState,
    sheet: '' as '' | 'issue' | 'decline',
    paper: {} as Row,
    income: '',
    reason: '',
    mayCarrySeal: false,
    busy: false,
    problem: '',
  },
  opened: '',

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    queue(this).refresh();
  },
  showMe({ roles }: Me) {
    this.setData({ mayCarrySeal: roles.includes('hr') });
  },
  onSealTap() {
    wx.navigateTo({ url: '/packages/exit/pages/seal/seal' });
  },
  onUnload() {
    offMeChange(this);
    dropPdf(this.opened);
  },
  async onPullDownRefresh() {
    await queue(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    queue(this).more();
  },
  onRetryTap() {
    queue(this).refresh();
  },
  onMoreTap() {
    queue(this).more();
  },

  shownState() {
    return this.data.state;
  },
  onStateTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { state: PaperState }>) {
    this.setData({ state: currentTarget.dataset.state, frame: loading, rows: [] });
    queue(this).refresh();
  },
  onSheetTap({
    currentTarget,
  }: WechatMiniprogram.TouchEvent<never, never, { index: number; sheet: 'issue' | 'decline' }>) {
    const { index, sheet } = currentTarget.dataset;
    const paper = this.data.rows[index];
    if (paper) this.setData({ sheet, paper, income: '', reason: '', problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onIncomeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ income: detail.value, problem: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  async onIssueConfirm() {
    const { paper, income } = this.data;
    const isIncome = paper.kind === 'income';
    const monthlyFen = fenOf(income) ?? 0;
    if (isIncome && (monthlyFen < 1 || monthlyFen > mostMonthlyFen)) {
      this.setData({ problem: '请填月收入，例如 12000 或 12000.50' });
      return;
    }
    await this.close(
      intents(this).issue.send((requestId) =>
        cloud.exit.issuePaper({ paperId: paper._id, monthlyFen: isIncome ? monthlyFen : null, requestId }),
      ),
      '已开出',
    );
  },
  async onDeclineConfirm() {
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因，本人会看到。' });
      return;
    }
    const paperId = this.data.paper._id;
    await this.close(
      intents(this).decline.send((requestId) => cloud.exit.declinePaper({ paperId, reason, requestId })),
      '已告知本人',
    );
  },
  async close(sent: Promise<Answer<Paper>>, said: string) {
    this.setData({ busy: true, problem: '' });
    const answer = await sent;
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await queue(this).refresh();
  },
  async onOpenTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const answer = await cloud.exit.openPaper({ paperId: currentTarget.dataset.id });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.opened = answer.data.fileName;
    const isOpen = await openPdf(answer.data.fileName, answer.data.pdf);
    if (!isOpen) this.setData({ problem: '没能打开文件，请清理一下手机空间再试。' });
  },
});
