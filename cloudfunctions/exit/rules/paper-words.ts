import type { PaperKind } from '../../../shared/exit/papers';
import { dayInWords, dayOf } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { StoredPaper } from '../documents';

const dayOnPaper = (day: Day) => `${day.slice(0, 4)}年${dayInWords(day)}`;

export const paperTitles: Readonly<Record<PaperKind, string>> = {
  leaving: '离职证明',
  employment: '在职证明',
  income: '收入证明',
};

/** Fen as papers write money: `12,345.60`. */
export function yuanOf(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(fen % 100).padStart(2, '0')}`;
}

export interface PaperWords {
  title: string;
  paragraphs: string[];
  /** Who stands for it, and when. */
  signedBy: string;
  signedOn: string;
}

/** The text of an issued paper; null for one that is not issued. `monthlyFen` only for an income certificate. */
export function paperWords(paper: StoredPaper, monthlyFen: number | null): PaperWords | null {
  const { kind, personName, facts, issuedAt, purpose } = paper;
  if (facts === null || issuedAt === null) return null;
  const { companyName, departmentName, position, dateOfJoining, relievingDate } = facts;
  const since = dateOfJoining ? `自${dayOnPaper(dateOfJoining)}起` : '';
  const post = `${departmentName}${position ? position : ''}`;
  const paragraphs = {
    leaving: [
      `兹证明${personName}${since}在我公司工作，离职前在${post}岗位任职，` +
        `双方劳动合同已于${relievingDate ? dayOnPaper(relievingDate) : '本证明出具之日'}解除（终止）。`,
      '依据《中华人民共和国劳动合同法》第五十条出具本证明。',
    ],
    employment: [`兹证明${personName}${since}在我公司工作，现在${post}岗位任职，在职至今。`],
    income: [
      `兹证明${personName}${since}在我公司${post}岗位工作，` +
        `近期月收入（税前）为人民币${monthlyFen === null ? '' : yuanOf(monthlyFen)}元。`,
      '本证明仅说明收入情况，不构成我公司对其债务的担保。',
    ],
  }[kind];
  return {
    title: paperTitles[kind],
    paragraphs: [...paragraphs, kind === 'leaving' ? '特此证明。' : `用途：${purpose}。特此证明。`],
    ...{ signedBy: companyName, signedOn: dayOnPaper(dayOf(issuedAt)) },
  };
}
