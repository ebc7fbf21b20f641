import type { AccountView } from '../../../../shared/points/model';
import { dayInWords, todayOf } from '../../../wording/day';
import { figure } from '../../../wording/figure';

/** What somebody has to know before points end: how many, and the last day on which they can be spent. */
export function endingInWords({ expiring, spendBy }: Pick<AccountView, 'expiring' | 'spendBy'>, now: Date): string {
  const today = todayOf(now);
  if (expiring && expiring.on === spendBy) return `离职后积分可以用到 ${dayInWords(spendBy, today)}，之后作废`;
  return expiring ? `其中 ${figure(expiring.points)} 积分可以用到 ${dayInWords(expiring.on, today)}` : '';
}

/** 积分账户 above its ledger. */
export interface AccountCard {
  balance: string;
  lifetime: string;
  /** 可赠积分 of this month; empty for who has none to give. */
  giving: string;
  ending: string;
}

export function accountCard(account: AccountView, now: Date): AccountCard {
  return {
    balance: figure(account.balance),
    lifetime: figure(account.lifetime),
    giving: account.givingLeft > 0 ? figure(account.givingLeft) : '',
    ending: endingInWords(account, now),
  };
}
