import type { Redemption, RedemptionHanding, RedemptionState } from '../../../../shared/points/model';
import type { IconName } from '../../../components/app-icon/icon-shapes';
import { momentInWords } from '../../../wording/day';
import { figure } from '../../../wording/figure';

export const stateInWords: Record<RedemptionState, string> = {
  reserved: '待发放',
  fulfilled: '已发放',
  cancelled: '已取消',
  refunded: '已退回',
};

/** TDesign's tag theme for a state. */
const stateTheme: Record<RedemptionState, 'warning' | 'success' | 'default'> = {
  reserved: 'warning',
  fulfilled: 'success',
  cancelled: 'default',
  refunded: 'default',
};

/** A line of a list of 兑换单. */
export interface RedemptionLine {
  _id: string;
  giftName: string;
  personName: string;
  meta: string;
  cost: string;
  handing: RedemptionHanding;
  handingText: string;
  state: RedemptionState;
  stateText: string;
  stateTheme: string;
}

export function redemptionLine(redemption: Redemption, now: Date): RedemptionLine {
  return {
    _id: redemption._id,
    giftName: redemption.giftName,
    personName: redemption.personName,
    meta: momentInWords(redemption.at, now),
    cost: `${figure(redemption.costPoints)} 积分`,
    handing: redemption.handing,
    handingText: handingTag[redemption.handing],
    state: redemption.state,
    stateText: stateInWords[redemption.state],
    stateTheme: stateTheme[redemption.state],
  };
}

/** What happens next with a gift that waits. */
const waitingFor: Record<RedemptionHanding, string> = {
  pickUp: 'HR 会联系你领取，发放后这里会变成「已发放」。',
  delivery: 'HR 会按你填的地址寄出，寄出后这里会变成「已发放」。',
  code: '兑换码已经为你留好，准备使用时再查看。',
};

export const handingTag: Record<RedemptionHanding, string> = { pickUp: '领取', delivery: '配送', code: '兑换码' };

/** Where a redemption stands and what happens next, for the person who waits for it. */
export function progressOf(redemption: Redemption, now: Date): { icon: IconName; heading: string; next: string } {
  const { state, costPoints, closedAt, cancelReason } = redemption;
  const closed = closedAt ? momentInWords(closedAt, now) : '';
  switch (state) {
    case 'reserved':
      return { icon: 'clock', heading: '待发放', next: waitingFor[redemption.handing] };
    case 'fulfilled':
      return { icon: 'check', heading: '已发放', next: `${closed} 已经发放，希望你喜欢。` };
    case 'cancelled': {
      const reason = cancelReason ? `原因：${cancelReason}。` : '';
      return { icon: 'undo', heading: '已取消', next: `${reason}${figure(costPoints)} 积分已经退回给你。` };
    }
    case 'refunded': {
      const reason = cancelReason ? `原因：${cancelReason}。` : '';
      return { icon: 'undo', heading: '已退回', next: `${reason}${figure(costPoints)} 积分已经退回给你。` };
    }
  }
}
