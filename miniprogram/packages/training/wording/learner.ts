import type { LearnerLine } from '../../../../shared/training/learning';
import { dayInWords, daysUntil } from '../../../wording/day';

/** How somebody else's learning reads. */
export function learnerRow(line: LearnerLine, today: string) {
  const { personId, name, departmentName, courseId, title, state, progressPercent, dueOn, bestPercent } = line;
  const stand = state === 'passed' ? '已通过' : state === 'learning' ? `已学 ${progressPercent}%` : '还没开始';
  const isLate = state !== 'passed' && dueOn !== null && daysUntil(today, dueOn) < 0;
  const due =
    dueOn === null || state === 'passed'
      ? ''
      : isLate
        ? `已过期 ${-daysUntil(today, dueOn)} 天`
        : `${dayInWords(dueOn, today)}截止`;
  const score = bestPercent === null ? '' : `最好 ${bestPercent} 分`;
  return {
    key: `${personId}.${courseId}`,
    ...{ name: name || '待入职的新同事', title, isLate, stand },
    meta: [departmentName, due, score].filter(Boolean).join(' · '),
  };
}
export type LearnerRow = ReturnType<typeof learnerRow>;
