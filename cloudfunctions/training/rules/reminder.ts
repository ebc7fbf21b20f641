import { addDays, daysBetween } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { reminderDays } from './enrolment';

/** What is to be said on a day, by its days from the due day; late timers say the last. Null before the first. */
export function reminderOn(dueOn: Day, today: Day): number | null {
  const passed = daysBetween(dueOn, today);
  return reminderDays.filter((one) => one <= passed).at(-1) ?? null;
}

/** Who could help somebody along, and who was asked to before. */
export interface Askable {
  buddyId: string | null;
  managerId: string | null;
  askedId: string | null;
}

/** The steps after the due day. */
const [afterDay, thirdDay] = [1, 3];

/**
 * Who hears a reminder: before the due day the learner; after it the buddy, on the third day the manager, each once.
 * Where there is no buddy the manager is asked at once, where there is nobody the learner hears it. A timer that slept
 * over the first of the two days asks the manager alone. Null: it was said already.
 */
export function hearerOf(
  offset: number,
  { dueOn, remindOn }: { dueOn: Day; remindOn: Day | null },
  { buddyId, managerId, askedId }: Askable,
): 'learner' | { personId: string } | null {
  if (offset < afterDay) return 'learner';
  if (offset < thirdDay) return named(buddyId ?? managerId);
  const sleptOver = remindOn !== null && remindOn <= addDays(dueOn, afterDay);
  if (sleptOver) return named(managerId ?? buddyId);
  return managerId === null || managerId === askedId ? null : { personId: managerId };
}

const named = (personId: string | null) => (personId === null ? 'learner' : { personId });

function whenInWords(days: number): string {
  if (days < 0) return '已过截止日';
  if (days === 0) return '今天截止';
  return days === 1 ? '明天截止' : `还有 ${days} 天截止`;
}

/** A sentence for the learner, so many days before the due day, or for whoever looks after them once it is over. */
export function reminderWords(to: 'learner' | 'helper', learner: { name: string; title: string }, days: number) {
  const { name, title } = learner;
  return to === 'learner'
    ? { title: `${title}${whenInWords(days)}`.slice(0, 40), line: '进度都在，从上次的地方接着学' }
    : { title: `帮一把：${name || '新同事'}`.slice(0, 40), line: `「${title}」已过截止日，去问问卡在哪里` };
}
