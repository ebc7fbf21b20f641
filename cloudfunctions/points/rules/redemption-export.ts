import { dayOf } from '../../../shared/kernel/day';
import type { Branch } from '../../../shared/people/branch-calls';
import type { RedemptionHanding, RedemptionState } from '../../../shared/points/model';
import type { StoredRedemption } from './redemption';

const handingInWords: Record<RedemptionHanding, string> = { pickUp: '领取', delivery: '配送', code: '兑换码' };
const stateInWords: Record<RedemptionState, string> = {
  reserved: '待发放',
  fulfilled: '已发放',
  cancelled: '已取消',
  refunded: '已退回',
};

export const exportHeader = ['兑换日期', '姓名', '分公司', '礼品', '方式', '积分', '状态', '处理日期', '原因', '签收'];

/** A redemption as a line of the list to hand out by; the last column is signed on paper. Addresses stay out. */
export function exportRow(redemption: StoredRedemption, branches: readonly Branch[]): (string | number)[] {
  const { at, personName, branchId, giftName, handing, costPoints, state, closedAt, cancelReason } = redemption;
  const branch = branches.find(({ _id }) => _id === branchId)?.name ?? branchId;
  const closedOn = closedAt === null ? '' : dayOf(closedAt);
  return [
    ...[dayOf(at), personName, branch, giftName, handingInWords[handing], costPoints, stateInWords[state]],
    ...[closedOn, cancelReason ?? '', ''],
  ];
}
