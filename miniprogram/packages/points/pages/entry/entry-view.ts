import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { PointsContract } from '../../../../../shared/points/contract';
import { momentInWords } from '../../../../wording/day';
import { signedFigure } from '../../../../wording/figure';
import { ledgerLine } from '../../../../wording/ledger';

/** A line of one's own ledger with what one asked about it. */
export type EntryAnswer = OutputOf<PointsContract['readMyEntry']>;

function outcomeOf({ outcome, points }: NonNullable<EntryAnswer['pointCase']>): string {
  if (outcome === 'voided') return 'HR 已作废这一笔';
  if (outcome === 'corrected') return `HR 已更正 ${signedFigure(points ?? 0)} 积分`;
  return 'HR 的说明';
}

export function entryView({ entry, pointCase }: EntryAnswer, now: Date) {
  return {
    line: ledgerLine(entry, now),
    rule: entry.ruleTitle ?? '',
    pointCase: pointCase && {
      question: pointCase.question,
      asked: `${momentInWords(pointCase.askedAt, now)} 提问`,
      isAnswered: pointCase.state === 'answered',
      outcome: outcomeOf(pointCase),
      answer: pointCase.answer ?? '',
      answered: pointCase.answeredAt ? momentInWords(pointCase.answeredAt, now) : '',
    },
  };
}
export type EntryView = ReturnType<typeof entryView>;
