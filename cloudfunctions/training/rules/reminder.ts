import { daysBetween } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { reminderDays } from './enrolment';

/** Who hears about a due day: first the learner, then the buddy, then the manager. */
export type ReminderStep = { offset: number; to: 'learner' | 'buddy' | 'manager' };

/** Overdue from here on it is for the manager. */
const managerFrom = 3;

/** What is to be said on a day; late timers say the last thing that was due. Null before the first. */
export function reminderOn(dueOn: Day, today: Day): ReminderStep | null {
  const passed = daysBetween(dueOn, today);
  const offset = reminderDays.filter((one) => one <= passed).at(-1);
  if (offset === undefined) return null;
  return { offset, to: offset < 0 ? 'learner' : offset < managerFrom ? 'buddy' : 'manager' };
}

/** A sentence for the learner or for whoever looks after them. */
export function reminderWords(step: ReminderStep, learner: { name: string; title: string }, days: number) {
  const { name, title } = learner;
  if (step.to === 'learner') {
    const when = days === 1 ? '明天截止' : `还有 ${days} 天截止`;
    return { title: `${title}${when}`.slice(0, 40), line: '进度都在，从上次的地方接着学' };
  }
  return { title: `帮一把：${name || '新同事'}`.slice(0, 40), line: `「${title}」已过截止日，去问问卡在哪里` };
}
