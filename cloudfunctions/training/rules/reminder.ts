import { daysBetween } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { reminderDays } from './enrolment';

/** Who hears about a due day: first the learner, once it is over the manager. */
export interface ReminderStep {
  offset: number;
  to: 'learner' | 'manager';
}

/** What is to be said on a day; late timers say the last thing that was due. Null before the first. */
export function reminderOn(dueOn: Day, today: Day): ReminderStep | null {
  const passed = daysBetween(dueOn, today);
  const offset = reminderDays.filter((one) => one <= passed).at(-1);
  return offset === undefined ? null : { offset, to: offset < 0 ? 'learner' : 'manager' };
}

function whenInWords(days: number): string {
  if (days < 0) return '已过截止日';
  if (days === 0) return '今天截止';
  return days === 1 ? '明天截止' : `还有 ${days} 天截止`;
}

/** A sentence for the learner, so many days before the due day, or for whoever looks after them once it is over. */
export function reminderWords(to: ReminderStep['to'], learner: { name: string; title: string }, days: number) {
  const { name, title } = learner;
  return to === 'learner'
    ? { title: `${title}${whenInWords(days)}`.slice(0, 40), line: '进度都在，从上次的地方接着学' }
    : { title: `帮一把：${name || '新同事'}`.slice(0, 40), line: `「${title}」已过截止日，去问问卡在哪里` };
}
