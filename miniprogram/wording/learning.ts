import type { LearningLine } from '../../shared/training/learning';
import { dayInWords, daysUntil } from './day';

/** `★★☆`, and the same for who cannot see it. */
export const starsOf = (stars: number, most = 3) => ({
  stars: '★'.repeat(stars) + '☆'.repeat(most - stars),
  starsInWords: `${most} 颗星里的 ${stars} 颗`,
});

function dueInWords(dueOn: string | null, today: string): { due: string; isLate: boolean } {
  if (dueOn === null) return { due: '', isLate: false };
  const days = daysUntil(today, dueOn);
  if (days < 0) return { due: `已过截止日 ${-days} 天`, isLate: true };
  if (days === 0) return { due: '今天截止', isLate: true };
  return { due: `${dayInWords(dueOn, today)}截止，还有 ${days} 天`, isLate: false };
}

/** How a course reads in a list. */
export function learningRow(line: LearningLine, today: string) {
  const { courseId, title, state, progressPercent, stars, dueOn, locks } = line;
  const isPassed = state === 'passed';
  const { due, isLate } = isPassed ? { due: '', isLate: false } : dueInWords(dueOn, today);
  const lock = locks.map((one) => `「${one.title}」`).join('');
  const stand = isPassed ? '已通过' : state === 'learning' ? `已学 ${progressPercent}%` : '还没开始';
  return {
    ...{ courseId, title, isPassed, isLate, isLocked: lock !== '', ...starsOf(stars) },
    meta: lock ? `先通过${lock}` : [stand, due].filter(Boolean).join(' · '),
    isUnderWay: state === 'learning',
    width: `${progressPercent}%`,
  };
}
export type LearningRow = ReturnType<typeof learningRow>;
