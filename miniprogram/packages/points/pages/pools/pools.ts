import type { Answer } from '../../../../../shared/kernel/contract';
import type { Me } from '../../../../../shared/people/model';
import type { Pool } from '../../../../../shared/points/pools';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { ownBranchOf } from '../../../../wording/branch';
import { figure } from '../../../../wording/figure';
import { type PoolCard, type PoolReader, poolCard, valueFenOf } from '../../wording/pool';

interface Pools extends Screen {
  side(): boolean;
}
const pools = perPage(
  (screen: Pools) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.points.listPools({ isOpen: screen.side(), ...cursor }),
      rowOf: (pool: Pool) => poolCard(pool, new Date(), readerOf(currentMe())),
    }),
);
function readerOf({ roles, hrBranchId }: Me): PoolReader {
  return { isHr: roles.includes('hr'), decidesFor: hrBranchId };
}
const intents = perPage(() => ({ pay: new Intent(), open: new Intent(), close: new Intent(), handOver: new Intent() }));
type Sheet = '' | 'pay' | 'open' | 'close';
type Typed = 'points' | 'reason' | 'name' | 'description' | 'target' | 'share' | 'value' | 'day';
const untyped = {
  points: '',
  reason: '',
  name: '',
  description: '',
  target: '',
  share: '',
  value: '',
  day: '',
  problem: '',
};
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

Page({
  data: {
    frame: loading,
    rows: [] as PoolCard[],
    tail: 'end' as Tail,
    tailProblem: '',
    isOpen: true,
    pool: {} as PoolCard,
    ...untyped,
    sheet: '' as Sheet,
    isCharity: false,
    mine: '',
    busy: false,
    /** HR opens and ends what people pay together; a branch's HR does so for the own branch alone. */
    mayDecide: false,
    /** Whether HR may open one for everybody, and whether this one is for the own branch. */
    mayReachAll: false,
    isForBranch: false,
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    pools(this).revisit();
  },
  async onPullDownRefresh() {
    await pools(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    pools(this).more();
  },

  showMe(me: Me) {
    const { isHr, decidesFor } = readerOf(me);
    this.setData({ mayDecide: isHr || decidesFor !== null, mayReachAll: isHr });
  },
  side() {
    return this.data.isOpen;
  },
  onSideTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { isOpen: boolean }>) {
    this.setData({ isOpen: currentTarget.dataset.isOpen, frame: loading, rows: [] });
    pools(this).refresh();
  },
  onRetryTap() {
    pools(this).refresh();
  },
  onMoreTap() {
    pools(this).more();
  },
  onMallTap() {
    wx.navigateTo({ url: '/packages/points/pages/mall/mall' });
  },
  async onPayTap({ currentTarget }: IndexTap) {
    const pool = this.data.rows[currentTarget.dataset.index];
    if (!pool) return;
    this.setData({ ...untyped, pool, sheet: 'pay', mine: '' });
    const answer = await cloud.points.readPool({ poolId: pool._id });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    const { balance, paidByMe } = answer.data;
    this.setData({ mine: `可用 ${figure(balance)} 积分，你已付 ${figure(paidByMe)} 积分` });
  },
  onTypedChange({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: Typed }>) {
    this.setData({ [currentTarget.dataset.name]: detail.value, problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onPayConfirm() {
    const points = Number(this.data.points);
    if (!Number.isInteger(points) || points < 1 || points > 100_000) {
      this.setData({ problem: '请填 1 到 100000 的整数。' });
      return;
    }
    const poolId = this.data.pool._id;
    await this.confirm(
      intents(this).pay.send((requestId) => cloud.points.payIntoPool({ poolId, points, requestId })),
      '已付，谢谢你',
    );
  },

  onOpenTap() {
    this.setData({ ...untyped, sheet: 'open', isCharity: false, isForBranch: !this.data.mayReachAll });
  },
  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { charity: boolean }>) {
    this.setData({ isCharity: currentTarget.dataset.charity, problem: '' });
  },
  onReachTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { branch: boolean }>) {
    this.setData({ isForBranch: currentTarget.dataset.branch, problem: '' });
  },
  async onOpenConfirm() {
    const { isCharity, isForBranch, day: closesOn, target, share, value, description } = this.data;
    const valueFen = isCharity ? 0 : valueFenOf(value);
    const name = this.data.name.trim();
    const [targetPoints, perPersonPoints] = [isCharity ? null : Number(target), share === '' ? null : Number(share)];
    const areWhole = [targetPoints, perPersonPoints].every(
      (points) => points === null || (Number.isInteger(points) && points >= 1 && points <= 1_000_000),
    );
    if (valueFen === null) {
      this.setData({ problem: '价值请填 0 到 100000 元，最多两位小数。' });
      return;
    }
    if (!name || !closesOn || !areWhole) {
      this.setData({ problem: '请填名称、截止日期和目标积分。' });
      return;
    }
    const said = { name, description: description.trim(), targetPoints, perPersonPoints, closesOn };
    const branchId = isForBranch ? ownBranchOf(currentMe()) : null;
    const kind = isCharity ? ('charity' as const) : ('teamGift' as const);
    await this.confirm(
      intents(this).open.send((requestId) => cloud.points.openPool({ ...said, kind, valueFen, branchId, requestId })),
      '已发起',
    );
  },
  onCloseTap({ currentTarget }: IndexTap) {
    const pool = this.data.rows[currentTarget.dataset.index];
    if (pool) this.setData({ ...untyped, pool, sheet: 'close' });
  },
  async onCloseConfirm() {
    const [poolId, reason] = [this.data.pool._id, this.data.reason.trim()];
    if (!reason) {
      this.setData({ problem: '请写一句原因，大家会看到。' });
      return;
    }
    await this.confirm(
      intents(this).close.send((requestId) => cloud.points.closePool({ poolId, reason, requestId })),
      '积分正在退回',
    );
  },
  async onHandOverTap({ currentTarget }: IndexTap) {
    const poolId = this.data.rows[currentTarget.dataset.index]?._id ?? '';
    await this.confirm(
      intents(this).handOver.send((requestId) => cloud.points.handOverPool({ poolId, requestId })),
      '已交付',
    );
  },
  /** Sends what was confirmed; a refusal stays where it was asked. */
  async confirm(sent: Promise<Answer<unknown>>, said: string) {
    this.setData({ busy: true, problem: '' });
    const answer = await sent;
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ sheet: '' });
    wx.showToast({ title: said, icon: 'success', duration: 1500 });
    await pools(this).refresh();
  },
});
