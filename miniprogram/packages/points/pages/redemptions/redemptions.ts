import type { Answer } from '../../../../../shared/kernel/contract';
import type {
  DeliveryAddress,
  Redemption,
  RedemptionHanding,
  RedemptionState,
} from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { momentInWords } from '../../../../wording/day';
import { handOverFile } from '../../hand-over-file';
import { handingTag, redemptionLine, stateInWords } from '../../wording/redemption';

function rowOf(redemption: Redemption) {
  const now = new Date();
  const { closedAt, state, cancelReason } = redemption;
  const reason = cancelReason ? `，原因：${cancelReason}` : '';
  const closed = closedAt ? `${momentInWords(closedAt, now)} ${stateInWords[state]}${reason}` : '';
  return { ...redemptionLine(redemption, now), closed };
}
type Row = ReturnType<typeof rowOf>;
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

const states = (Object.keys(stateInWords) as RedemptionState[]).map((state) => ({ state, text: stateInWords[state] }));
const handings: { key: RedemptionHanding | ''; text: string }[] = [
  { key: '', text: '全部方式' },
  ...(Object.keys(handingTag) as RedemptionHanding[]).map((key) => ({ key, text: handingTag[key] })),
];
const intents = perPage(() => ({
  fulfil: new Intent(),
  cancel: new Intent(),
  refund: new Intent(),
  address: new Intent(),
}));
type Sheet = '' | 'fulfil' | 'cancel' | 'refund';

interface Queue extends Screen {
  shownState(): RedemptionState;
  shownHanding(): { handing?: RedemptionHanding };
}
const queue = perPage(
  (screen: Queue) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) =>
        cloud.points.listRedemptions({ state: screen.shownState(), ...screen.shownHanding(), ...cursor }),
      rowOf,
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    states,
    handings,
    handing: '' as RedemptionHanding | '',
    state: 'reserved' as RedemptionState,
    /** The one that 今天 led to. */
    focus: '',
    sheet: '' as Sheet,
    /** Where the open redemption has to go; asked for only while its sheet is open, and not kept. */
    address: null as DeliveryAddress | null,
    pieceReturns: true,
    redemption: {} as Row,
    reason: '',
    busy: false,
    problem: '',
    exportProblem: '',
  },

  onLoad({ focus = '' }: { focus?: string }) {
    wx.hideShareMenu({});
    this.setData({ focus });
    this.readQueue();
  },
  async onPullDownRefresh() {
    await queue(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    queue(this).more();
  },

  /** 今天 leads to one redemption: its sheet is already open, so that the decision takes two taps. */
  async readQueue() {
    await queue(this).refresh();
    this.openSheet(
      'fulfil',
      this.data.rows.findIndex(({ _id }) => _id === this.data.focus),
    );
  },
  shownState() {
    return this.data.state;
  },
  onStateTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { state: RedemptionState }>) {
    this.setData({ state: currentTarget.dataset.state, frame: loading, rows: [] });
    queue(this).refresh();
  },
  shownHanding(): { handing?: RedemptionHanding } {
    const { handing } = this.data;
    return handing === '' ? {} : { handing };
  },
  onHandingTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: RedemptionHanding | '' }>) {
    this.setData({ handing: currentTarget.dataset.key, frame: loading, rows: [] });
    queue(this).refresh();
  },
  async onExportTap() {
    const answer = await cloud.points.exportRedemptions({ state: this.data.state, ...this.shownHanding() });
    if (!answer.ok) {
      this.setData({ exportProblem: refusalText(answer) });
      return;
    }
    const { csv, isWhole } = answer.data;
    const handed = await handOverFile('同路-兑换清单.csv', csv);
    const tooLong = isWhole ? '' : '清单太长，只导出了最前面的 500 条。';
    this.setData({ exportProblem: handed ? tooLong : '没能保存文件，请再试一次。' });
  },
  onRetryTap() {
    queue(this).refresh();
  },
  onMoreTap() {
    queue(this).more();
  },

  openSheet(sheet: Sheet, index: number) {
    const redemption = this.data.rows[index];
    if (redemption) this.setData({ sheet, redemption, reason: '', problem: '', address: null, pieceReturns: true });
  },
  onDismiss() {
    this.setData({ sheet: '', address: null });
  },
  async onAddressTap() {
    const redemptionId = this.data.redemption._id;
    const answer = await intents(this).address.send((requestId) =>
      cloud.points.readDeliveryAddress({ redemptionId, requestId }),
    );
    this.setData(answer.ok ? { address: answer.data.address } : { problem: refusalText(answer) });
  },
  onRefundTap({ currentTarget }: IndexTap) {
    this.openSheet('refund', currentTarget.dataset.index);
  },
  onPieceTap() {
    this.setData({ pieceReturns: !this.data.pieceReturns });
  },
  async onRefundConfirm() {
    const { pieceReturns, redemption } = this.data;
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因，本人会看到。' });
      return;
    }
    const redemptionId = redemption._id;
    await this.confirm(
      intents(this).refund.send((requestId) =>
        cloud.points.refundRedemption({ redemptionId, reason, pieceReturns, requestId }),
      ),
      '积分已退回',
    );
  },
  onFulfilTap({ currentTarget }: IndexTap) {
    this.openSheet('fulfil', currentTarget.dataset.index);
  },
  async onFulfilConfirm() {
    const redemptionId = this.data.redemption._id;
    await this.confirm(
      intents(this).fulfil.send((requestId) => cloud.points.fulfilRedemption({ redemptionId, requestId })),
      '已发放',
    );
  },
  onCancelTap({ currentTarget }: IndexTap) {
    this.openSheet('cancel', currentTarget.dataset.index);
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  async onCancelConfirm() {
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因，本人会看到。' });
      return;
    }
    const redemptionId = this.data.redemption._id;
    await this.confirm(
      intents(this).cancel.send((requestId) => cloud.points.cancelRedemption({ redemptionId, reason, requestId })),
      '积分已退回',
    );
  },
  /** Sends what the open sheet confirms. Closed by somebody else meanwhile: the list says how. */
  async confirm(sent: Promise<Answer<Redemption>>, said: string) {
    this.setData({ busy: true, problem: '' });
    const answer = await sent;
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) {
      this.setData({ sheet: '', address: null });
      wx.showToast({ title: said, icon: 'success', duration: 1500 });
    }
    if (answer.ok || answer.code === 'redemption_closed') await queue(this).refresh();
  },
});
