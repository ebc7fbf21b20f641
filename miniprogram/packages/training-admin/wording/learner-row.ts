import type { LearnerLine } from '../../../../shared/training/learning';
import { dayInWords, daysUntil } from '../../../wording/day';

/** How a learner reads in HR's list. */
export function learnerRow(line: LearnerLine, today: string) {
  const { personId, name, departmentName, state, progressPercent, dueOn, bestPercent } = line;
  const isLate = state !== 'passed' && dueOn !== null && daysUntil(today, dueOn) < 0;
  const due = dueOn === null || state === 'passed' ? '' : `${dayInWords(dueOn, today)}截止${isLate ? '，已过期' : ''}`;
  return {
    ...{ personId, isLate, name: name || '待入职的新同事' },
    stand: state === 'passed' ? '已通过' : state === 'learning' ? `已学 ${progressPercent}%` : '还没开始',
    meta: [departmentName, due, bestPercent === null ? '' : `最好 ${bestPercent} 分`].filter(Boolean).join(' · '),
  };
}
export type LearnerRow = ReturnType<typeof learnerRow>;
