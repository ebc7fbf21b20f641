import type { Day } from '../../../../shared/kernel/scalar';
import type { BoardingActivity, OnboardingRun } from '../../../../shared/onboarding/run';
import type { RequiredCourse } from '../../../../shared/training/learning';
import { dayInWords, daysUntil } from '../../../wording/day';
import { isClosed } from './boarding';

/** One stretch of the first month. */
export interface Stretch {
  key: string;
  title: string;
  meta: string;
  state: 'done' | 'now' | 'later';
  activities: BoardingActivity[];
}

const stretches = [
  { key: 'before', title: '入职前', until: -1 },
  { key: 'first', title: '第一天', until: 0 },
  { key: 'week', title: '第一周', until: 6 },
  { key: 'month', title: '第一个月', until: 999 },
];

function placeOf(startsOn: Day, firstDay: Day): string {
  const offset = daysUntil(firstDay, startsOn);
  return stretches.find(({ until }) => offset <= until)?.key ?? 'month';
}

/** What has to be learnt in the first month, the soonest due first. */
export const requiredCourses = ({ activities }: Pick<OnboardingRun, 'activities'>): BoardingActivity[] =>
  activities
    .filter(({ kind, isRequired, state }) => kind === 'course' && isRequired && state !== 'notApplicable')
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));

/** A course that was given beside the template, as a line under those of the template. */
export interface BesideRow {
  courseId: string;
  title: string;
  meta: string;
  isPassed: boolean;
  isLate: boolean;
}

export const coursePage = '/packages/training/pages/course/course';

const learningInWords = { assigned: '还没开始', passed: '已通过' };

export const besideRows = (required: readonly RequiredCourse[], today: Day): BesideRow[] =>
  required.map(({ courseId, title, state, progressPercent, dueOn }) => {
    const isPassed = state === 'passed';
    const late = daysUntil(dueOn, today);
    const done = state === 'learning' ? `学了 ${progressPercent}%` : learningInWords[state];
    const due = late > 0 ? `晚了 ${late} 天` : `${dayInWords(dueOn, today)}前`;
    const meta = isPassed ? `另外指派 · ${done}` : `另外指派 · ${due} · ${done}`;
    return { courseId, title: `学完「${title}」`, meta, isPassed, isLate: !isPassed && late > 0 };
  });

/** The first thirty days as a road: what is behind, where one stands, what comes. Empty stretches are left out. */
export function roadOf({ activities, startsOn, today }: OnboardingRun): Stretch[] {
  const here = placeOf(today, startsOn);
  return stretches.flatMap(({ key, title }) => {
    const own = activities.filter((activity) => placeOf(activity.startsOn, startsOn) === key);
    const [soonest] = own;
    if (!soonest) return [];
    const closed = own.filter(isClosed).length;
    const state = closed === own.length ? 'done' : key === here ? 'now' : 'later';
    const from = own.map((one) => one.startsOn).sort()[0] ?? startsOn;
    return [{ key, title, state, activities: own, meta: `${dayInWords(from, today)}起 · ${closed} / ${own.length}` }];
  });
}
