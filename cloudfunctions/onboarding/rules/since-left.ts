import { addDays, momentOn } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { monthDays } from '../../../shared/onboarding/run';
import type { RequiredCourse } from '../../../shared/training/learning';
import type { StoredRun } from '../documents';

/** Before any day that counts for somebody who comes for the first time. */
const everBefore: Day = '2000-01-01';

/** The days in which what is due belongs to this coming: what was due in an earlier stint does not. */
export const daysOfComing = ({ startsOn, sinceLeft }: Pick<StoredRun, 'startsOn' | 'sinceLeft'>) => ({
  from: sinceLeft ? addDays(sinceLeft.leftOn, 1) : everBefore,
  to: addDays(startsOn, monthDays),
});

/** From the midnight after the last day up to now, at most to the new first day: from then on 今天 tells. */
export function timeAway({ startsOn }: Pick<StoredRun, 'startsOn'>, leftOn: Day, now: Date) {
  const [left, back] = [momentOn(addDays(leftOn, 1), '00:00'), momentOn(startsOn, '00:00')];
  return { from: left.toISOString(), to: (back < now ? back : now).toISOString() };
}

/** What is required and no activity of the run asks for already. */
export function besideTemplate(required: readonly RequiredCourse[], { activities }: Pick<StoredRun, 'activities'>) {
  const asked = new Set(activities.map(({ courseId }) => courseId));
  return required.filter(({ courseId }) => !asked.has(courseId));
}

/** Activities that the run of the earlier stint had not; null where there was none, or nobody came by it. */
export function newActivities(run: StoredRun, earlier: StoredRun | null): string[] | null {
  if (earlier === null || earlier.state === 'cancelled') return null;
  const titles = new Set(earlier.activities.map(({ title }) => title));
  // A key names the same activity for ever, but inside one template only.
  const keys = new Set(earlier.templateId === run.templateId ? earlier.activities.map(({ key }) => key) : []);
  return run.activities.flatMap(({ key, title }) => (titles.has(title) || keys.has(key) ? [] : [title]));
}
