import type { PointCase } from '../../../../shared/points/board';
import { momentInWords } from '../../../wording/day';
import { signedFigure } from '../../../wording/figure';
import { causeInWords } from '../../../wording/ledger';

/** How a case ended, in words for HR. */
export function outcomeInWords({ outcome, points }: PointCase): string {
  if (outcome === 'voided') return '已作废这一笔';
  if (outcome === 'corrected') return `已更正 ${signedFigure(points ?? 0)} 积分`;
  return outcome === 'explained' ? '已说明' : '';
}

/** A case as a card of HR's list. */
export function caseCard(pointCase: PointCase, now: Date) {
  const { _id, personName, entry, question, answer, answeredBy, askedAt, answeredAt } = pointCase;
  const answered = answeredAt === null ? '' : `${answeredBy ?? ''} ${momentInWords(answeredAt, now)}`;
  return {
    _id,
    personName,
    line: `${causeInWords(entry, now)} · ${signedFigure(entry.points)}`,
    entryAt: momentInWords(entry.at, now),
    question,
    asked: `${momentInWords(askedAt, now)} 提问`,
    outcome: outcomeInWords(pointCase),
    answer: answer ?? '',
    answered,
  };
}
