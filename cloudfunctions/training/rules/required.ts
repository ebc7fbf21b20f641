import { dayOf } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { mostRenewed, type RenewedCourse, type RequiredCourse } from '../../../shared/training/learning';
import type { HeldLearning, StoredCourse } from '../documents';

type Learnt = Pick<HeldLearning, 'courseId' | 'title' | 'state' | 'progressPercent' | 'dueOn' | 'version' | 'passedAt'>;

/** What has to be passed between two days, both included, the soonest first. */
export const requiredBetween = (mine: readonly Learnt[], from: Day, to: Day): RequiredCourse[] =>
  mine
    .flatMap(({ courseId, title, state, progressPercent, dueOn }) =>
      dueOn !== null && dueOn >= from && dueOn <= to ? [{ courseId, title, state, progressPercent, dueOn }] : [],
    )
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.courseId.localeCompare(other.courseId));

/** What was passed up to a day on a version that is known, the latest first; by a session alone none is. */
export const passedUntil = (mine: readonly Learnt[], day: Day) =>
  mine
    .flatMap(({ courseId, version, passedAt }) =>
      version !== null && passedAt !== null && dayOf(passedAt) <= day ? [{ courseId, version, passedAt }] : [],
    )
    .sort((one, other) => other.passedAt.localeCompare(one.passedAt))
    .slice(0, mostRenewed);

/** Of what was passed, what is published with a higher number by now, under its present name. */
export function renewedAmong(
  passed: ReturnType<typeof passedUntil>,
  onOffer: readonly Pick<StoredCourse, '_id' | 'published'>[],
): RenewedCourse[] {
  const byId = new Map(onOffer.map(({ _id, published }) => [_id, published]));
  return passed.flatMap(({ courseId, version, passedAt }) => {
    const published = byId.get(courseId);
    return published && published.version > version ? [{ courseId, title: published.title, passedAt }] : [];
  });
}
