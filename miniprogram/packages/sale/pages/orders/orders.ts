import type { Answer } from '../../../../../shared/kernel/contract';
import type { QueuedSaleOrder, SaleOrderState } from '../../../../../shared/sale/sale';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dropSheet, handOverSheet, writeSheet } from '../../../../cloud/sheet-file';
import { todayOf } from '../../../../wording/day';
import { yuanOf } from '../../../../wording/money';
import { orderRow, orderStateInWords } from '../../wording/sale';

const states: readonly SaleOrderState[] = ['reserved', 'handedOver', 'cancelled'];

const rowOf = (order: QueuedSaleOrder) => ({
  ...orderRow(order, new Date()),
  who: `${order.personName} · ${order.employeeNumber}`,
  name: order.personName,
  pickUpOn: order.pickUpOn,
});
type Row = ReturnType<typeof rowOf>;
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

interface Queue extends Screen {
  state(): SaleOrderState;
}
const queue = perPage(
  (screen: Queue) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.sale.listSaleOrders({ state: screen.state(), ...cursor }),
      rowOf,
    }),
);
const intents = perPage(() => ({ handOver: new Intent(), callOff: new Intent() }));

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    states: states.map((state) => ({ state, text: orderStateInWords[state] })),
    shown: 'reserved' as SaleOrderState,
    chosen: null as Row | null,
    reason: '',
    month: todayOf(new Date()).slice(0, 7),
    pickUpOn: todayOf(new Date()),
    /** The file, until it was handed on: WeChat asks for a tap right before. */
    csv: '',
    sheetStands: '',
    sheet: '' as '' | 'handOver' | 'callOff' | 'payroll' | 'pickUp',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    queue(this).refresh();
  },
  async onPullDownRefresh() {
    await queue(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    queue(this).more();
  },
  state() {
    return this.data.shown;
  },
  onStateTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { state: SaleOrderState }>) {
    this.setData({ shown: currentTarget.dataset.state, frame: loading, rows: [], pageProblem: '' });
    queue(this).refresh();
  },
  onRetryTap() {
    queue(this).refresh();
  },
  onMoreTap() {
    queue(this).more();
  },
  onHandOverTap({ currentTarget }: IndexTap) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'handOver', chosen, problem: '' });
  },
  onCallOffTap({ currentTarget }: IndexTap) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'callOff', chosen, reason: '', problem: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '', csv: '' });
  },
  async onHandOverConfirm() {
    const orderId = this.data.chosen?._id ?? '';
    await this.carry(intents(this).handOver.send((requestId) => cloud.sale.handOverSaleOrder({ orderId, requestId })));
  },
  async onCallOffConfirm() {
    const orderId = this.data.chosen?._id ?? '';
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '写一句原因，对方会看到。' });
      return;
    }
    await this.carry(
      intents(this).callOff.send((requestId) => cloud.sale.callOffSaleOrder({ orderId, reason, requestId })),
    );
  },
  /** What was closed leaves the queue. */
  async carry(asked: Promise<Answer<QueuedSaleOrder>>) {
    const order = await carryOut(this, asked);
    if (!order) return;
    this.setData({ rows: this.data.rows.filter(({ _id }) => _id !== order._id) });
    queue(this).dropped();
  },

  onPayrollTap() {
    this.setData({ sheet: 'payroll', csv: '', sheetStands: '', problem: '' });
  },
  /** The day that is due first is the one that is prepared. */
  onPickUpTap() {
    const pickUpOn = this.data.rows[0]?.isOpen ? this.data.rows[0].pickUpOn : todayOf(new Date());
    this.setData({ sheet: 'pickUp', pickUpOn, csv: '', sheetStands: '', problem: '' });
  },
  onSpanChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'month' | 'pickUpOn' }>) {
    this.setData({ [currentTarget.dataset.name]: detail.value, csv: '', sheetStands: '', problem: '' });
  },
  async onPayrollConfirm() {
    const { month, csv } = this.data;
    if (csv) return this.handOn(`特卖工资扣款-${month}.csv`);
    const data = await this.made(cloud.sale.exportSalePayroll({ month }));
    if (!data) return;
    const { orders, totalFen } = data;
    const sheetStands = orders ? `${orders} 单，一共 ${yuanOf(totalFen)} 元。` : '这个月没有要从工资里扣的。';
    this.setData({ csv: orders ? data.csv : '', sheetStands });
  },
  async onPickUpConfirm() {
    const { pickUpOn, csv } = this.data;
    if (csv) return this.handOn(`特卖领取名单-${pickUpOn}.csv`);
    const data = await this.made(cloud.sale.exportSalePickUp({ pickUpOn }));
    if (!data) return;
    const sheetStands = data.orders ? `${data.people} 人，${data.orders} 单。` : '这一天没有要发的订单。';
    this.setData({ csv: data.orders ? data.csv : '', sheetStands });
  },
  /** What was exported; null after a refusal, which then stands in the open sheet. */
  async made<Sheet>(asked: Promise<Answer<Sheet>>): Promise<Sheet | null> {
    this.setData({ busy: true, problem: '' });
    const answer = await asked;
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    return answer.ok ? answer.data : null;
  },
  async handOn(fileName: string) {
    const isHandedOver = (await writeSheet(this.data.csv)) && (await handOverSheet(fileName));
    dropSheet();
    if (isHandedOver) this.setData({ sheet: '', csv: '' });
  },
});
