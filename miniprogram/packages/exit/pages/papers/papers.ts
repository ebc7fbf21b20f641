import type { PaperKind } from '../../../../../shared/exit/papers';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { dropPdf, openPdf } from '../../paper-file';
import { paperInWords } from '../../wording/exit';
import { paperRow } from '../../wording/paper';

const ask = perPage(() => new Intent());
const queue = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: null, read: (cursor) => cloud.exit.listMyPapers(cursor), rowOf: paperRow }),
);

/** What somebody may ask for: an alumnus no certificate of working here. */
function kindsFor(roles: readonly string[]) {
  const kinds: PaperKind[] = roles.includes('employee') ? ['employment', 'income'] : ['leaving', 'income'];
  return kinds.map((kind) => ({ kind, text: paperInWords[kind] }));
}

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof paperRow>[],
    tail: 'end' as Tail,
    tailProblem: '',
    kinds: [] as ReturnType<typeof kindsFor>,
    kind: 'income' as PaperKind,
    isAsking: false,
    purpose: '',
    opening: '',
    busy: false,
    problem: '',
  },
  opened: '',

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, ({ roles }) => this.showKinds(roles));
    this.showKinds(currentMe().roles);
  },
  onShow() {
    queue(this).revisit();
  },
  showKinds(roles: readonly string[]) {
    const kinds = kindsFor(roles);
    this.setData({ kinds, kind: kinds[0]?.kind ?? 'income' });
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

  onAskTap() {
    this.setData({ isAsking: true, problem: '' });
  },
  onDismiss() {
    this.setData({ isAsking: false });
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { kind: PaperKind }>) {
    this.setData({ kind: currentTarget.dataset.kind, problem: '' });
  },
  onPurposeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ purpose: detail.value, problem: '' });
  },
  async onAskConfirm() {
    const { kind } = this.data;
    const purpose = this.data.purpose.trim();
    if (!purpose) {
      this.setData({ problem: '写上用途，证明上会写。例如：租房' });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const answer = await ask(this).send((requestId) => cloud.exit.requestPaper({ kind, purpose, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ isAsking: false, purpose: '' });
    wx.showToast({ title: '已申请', icon: 'success', duration: 1500 });
    await queue(this).refresh();
  },
  async onOpenTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    const { id: paperId } = currentTarget.dataset;
    this.setData({ opening: paperId, problem: '' });
    const answer = await cloud.exit.openPaper({ paperId });
    this.setData({ opening: '' });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    this.opened = answer.data.fileName;
    const isOpen = await openPdf(answer.data.fileName, answer.data.pdf);
    if (!isOpen) this.setData({ problem: '没能打开文件，请清理一下手机空间再试。' });
  },
});
