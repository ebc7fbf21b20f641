import type { LedgerEntryView, Party } from '../../shared/points/model';
import { dayInWords, momentInWords, todayOf } from './day';
import { figure, signedFigure } from './figure';

/** A line of 积分流水 as a person reads it. */
export interface LedgerLine {
  _id: string;
  cause: string;
  /** Where it came from or went to, and by which rule. */
  way: string;
  points: string;
  came: boolean;
  at: string;
  balanceAfter: string;
}

type Entry = Pick<LedgerEntryView, 'cause' | 'ruleTitle' | 'withName'>;

const monthInWords = (month: string) => `${Number(month.slice(5))} 月`;
const behind = (words: string, about: string | null) => (about === null ? words : `${words} · ${about}`);

/** Why the points moved, in words. */
export function causeInWords({ cause, ruleTitle, withName }: Entry, now: Date): string {
  const other = withName ?? '一位同事';
  switch (cause.kind) {
    case 'checkIn':
      return `${ruleTitle ?? '签到'} · ${dayInWords(cause.day, todayOf(now))}`;
    case 'joined':
      return ruleTitle ?? '欢迎加入';
    case 'earned':
      return behind(ruleTitle ?? '获得积分', cause.about);
    case 'redemption':
      return `兑换「${cause.giftName}」`;
    case 'redemptionCancelled':
      return `兑换取消，积分退回 ·「${cause.giftName}」`;
    case 'spent':
      return `用于「${cause.about}」`;
    case 'unspent':
      return `退回 ·「${cause.about}」`;
    case 'pooled':
      return `参与众筹「${cause.name}」`;
    case 'poolReturned':
      return `众筹没有成，积分退回 ·「${cause.name}」`;
    case 'allowance':
      return `${monthInWords(cause.month)}的可赠积分`;
    case 'allowanceLapsed':
      return `${monthInWords(cause.month)}没送出的可赠积分，月底清零`;
    case 'gave':
      return behind(`送给${other}`, cause.about);
    case 'received':
      return behind(`${other}送给你`, cause.about);
    case 'expired':
      return cause.isLeaver ? '离职后的兑换期限已过' : `到期 · 有效至${dayInWords(cause.day, todayOf(now))}`;
    case 'voided':
      return `作废 · ${cause.reason}`;
    case 'corrected':
      return `更正 · ${cause.reason}`;
  }
}

const partyNames: Record<Party, string> = {
  issue: '公司',
  person: '我',
  mall: '积分商城',
  charity: '公益',
  expired: '到期',
  void: '作废',
  transit: '同事之间',
};

/** 「公司 → 我 · 按规则「签到」第 2 版」; a rule nobody has changed yet has no version to tell. */
function wayInWords({ from, to, cause, ruleTitle, withName }: LedgerEntryView): string {
  const by = cause.kind === 'voided' || cause.kind === 'corrected' ? ` · 经办 ${withName ?? 'HR'}` : '';
  const version = 'version' in cause && cause.version > 0 ? `第 ${cause.version} 版` : '';
  const rule = ruleTitle === null ? '' : ` · 按规则「${ruleTitle}」${version}`;
  return `${partyNames[from]} → ${partyNames[to]}${rule}${by}`;
}

export function ledgerLine(entry: LedgerEntryView, now: Date): LedgerLine {
  const pocket = entry.pocket === 'spend' ? '余额' : '可赠';
  return {
    _id: entry._id,
    cause: causeInWords(entry, now),
    way: wayInWords(entry),
    points: signedFigure(entry.points),
    came: entry.points >= 0,
    at: momentInWords(entry.at, now),
    balanceAfter: `${pocket} ${figure(entry.balanceAfter)}`,
  };
}
