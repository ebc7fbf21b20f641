import { addDays, dayOf } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { Lock } from '../../../shared/training/course';
import type { EnrolmentCause, PublishedCourse, StoredCourse, StoredLearning, StoredPath } from '../documents';
import { learningIdOf } from './ids';
import { noFacts } from './progress';

/** Reasons that one learning remembers; the latest stay. */
const mostCauses = 10;
/** Stands behind every day that there is. */
const noDay = '9999-12-31';
/** As many as a line of a list shows. */
const mostLocks = 15;

/** The earliest of the days; null where nobody names one. */
export function earliestDay(causes: readonly EnrolmentCause[]): Day | null {
  const days = causes.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return days[0] ?? null;
}

/** The causes with this one; the same cause again changes its day. */
function withCause(causes: readonly EnrolmentCause[], added: EnrolmentCause): EnrolmentCause[] {
  const others = causes.filter(({ cause }) => cause !== added.cause);
  return [...others, added].slice(-mostCauses);
}

/** Days around the due day on which something is said; negative is before. */
export const reminderDays = [-7, -1, 1, 3] as const;

/** The next day after `day` on which something is said about a due day; null when all has been said. */
export function reminderAfter(dueOn: Day | null, day: Day): Day | null {
  if (dueOn === null) return null;
  return reminderDays.map((offset) => addDays(dueOn, offset)).find((one) => one > day) ?? null;
}

/**
 * What has to be passed before a course: its own prerequisites, and, for who is given them together, the stage before
 * it on a path. Whoever gets one course alone does not get the path with it.
 */
export function requirementsOf(
  course: { _id: string; published: Pick<PublishedCourse, 'locks'> | null },
  paths: readonly Pick<StoredPath, 'stages' | 'titles'>[],
  together: readonly string[],
): Lock[] {
  const before = paths.flatMap(({ stages, titles }) => {
    const at = stages.findIndex(({ courseIds }) => courseIds.includes(course._id));
    const ids = stages[at - 1]?.courseIds ?? [];
    return titles.filter(({ courseId }) => ids.includes(courseId) && together.includes(courseId));
  });
  const byId = new Map([...(course.published?.locks ?? []), ...before].map((lock) => [lock.courseId, lock]));
  byId.delete(course._id);
  return [...byId.values()].slice(0, mostLocks);
}

/** Whose course it is, as far as it is known. */
export interface Learner {
  personId: string;
  name: string;
  departmentName: string;
  branchId: string;
}

/** Where somebody stands in HR's list of what was asked of whom; null when nobody asks. */
export const wantedOf = (
  { personId, courseId }: { personId: string; courseId: string },
  { causes, dueOn }: Pick<StoredLearning, 'causes' | 'dueOn'>,
) => (causes.length === 0 ? null : `${dueOn ?? noDay}.${personId}.${courseId}`);

type Offered = Pick<StoredCourse, '_id' | 'title' | 'published'>;

/** Somebody gets a course; nothing is begun. */
export function newLearning(
  learner: Learner,
  course: Offered,
  given: { requires: Lock[]; cause: EnrolmentCause | null; now: Date },
): StoredLearning {
  const { requires, cause, now } = given;
  const dueOn = cause?.dueOn ?? null;
  const causes = cause ? [cause] : [];
  const whose = { personId: learner.personId, courseId: course._id };
  return {
    ...{ ...learner, _id: learningIdOf(learner.personId, course._id), courseId: course._id },
    ...{ title: course.published?.title ?? course.title, version: null, requires, causes, dueOn },
    ...{ takenBack: [], wanted: wantedOf(whose, { causes, dueOn }), isGone: false },
    ...{ facts: noFacts, opened: null, openAttempt: null, state: 'assigned', progressPercent: 0, stars: 0 },
    ...{ startedAt: null, passedAt: null, bestPercent: null, feedback: null, feedbackAt: null },
    ...{ toTell: cause ? ['assigned'] : [], wakeAt: cause ? now.toISOString() : null },
    ...{ remindOn: reminderAfter(dueOn, dayOf(now)), entrustedToId: null, factsVersion: 0 },
    sort: `${now.toISOString()}.${learner.personId}.${course._id}`,
  };
}

/** What another cause changes about a course that somebody has already; null when it changes nothing. */
export function reassigned(learning: StoredLearning, cause: EnrolmentCause, now: Date): Partial<StoredLearning> | null {
  const known = learning.causes.find((one) => one.cause === cause.cause);
  if (known?.dueOn === cause.dueOn && known) return null;
  if (learning.takenBack.some((one) => one.cause === cause.cause)) return null;
  const causes = withCause(learning.causes, cause);
  const dueOn = earliestDay(causes);
  if (learning.state === 'passed') return { causes, wanted: wantedOf(learning, { causes, dueOn: learning.dueOn }) };
  return {
    ...(learning.state === 'takenBack' ? { state: 'assigned' as const } : {}),
    ...{
      causes,
      dueOn,
      wanted: wantedOf(learning, { causes, dueOn }),
      isGone: false,
      remindOn: reminderAfter(dueOn, dayOf(now)),
    },
    toTell: [...new Set([...learning.toTell, 'assigned' as const])],
    wakeAt: now.toISOString(),
  };
}
