import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { mostLearnings } from '../../../shared/training/learning';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { attemptIdOf, type HeldLearning, type StoredLearning } from '../documents';
import { everyLearningOf, isHeld, type SeenCourse, seenCourse } from '../learning/seen-course';
import { type Learner, newLearning } from '../rules/enrolment';
import { courseView, locksOf } from '../rules/views';
import { store } from '../store';

/** Begun already is answered as begun, on the version that it was begun with. */
export const startCourse: Handler<TrainingContract['startCourse']> = async ({ courseId }, { caller, now }) => {
  const { personId, name, departmentName, branchId } = personOf(caller);
  const all = await everyLearningOf(personId);
  const mine = all.filter(isHeld);
  const held = mine.find((one) => one.courseId === courseId) ?? null;
  const seen = await seenCourse(courseId, held, branchId);
  const learner = { personId, name, departmentName, branchId };
  const known = all.find((one) => one.courseId === courseId) ?? null;
  const begun = held?.version != null ? held : await begin(seen, known, learner, mine, now);
  const others = mine.filter((one) => one.courseId !== courseId);
  return courseView(seen, begun, [...others, begun], (number) => attemptIdOf(personId, courseId, number), now);
};

async function begin(
  seen: SeenCourse,
  known: StoredLearning | null,
  learner: Learner,
  mine: readonly HeldLearning[],
  now: Date,
): Promise<HeldLearning> {
  const { courseId, published, courseState } = seen;
  if (courseState !== 'published') return refuse('course_not_found');
  if (locksOf(known?.requires ?? published.locks, mine).length > 0) return refuse('course_locked');
  const begun = { version: published.version, state: 'learning' as const, startedAt: instant(now) };
  if (known) {
    const { personId: _, ...facts } = learner;
    const change = { ...begun, ...facts, isGone: false, title: published.title, factsVersion: by.adding(1) };
    const changed = await store.learnings.changeOne({ _id: known._id, version: null }, change);
    return changed ? { ...changed, state: begun.state } : refuse('wait_and_repeat');
  }
  if (mine.length >= mostLearnings) return refuse('learnings_full');
  const offered = { _id: courseId, title: published.title, published };
  const fresh = { ...newLearning(learner, offered, { requires: published.locks, cause: null, now }), ...begun };
  return (await store.learnings.insert(fresh)) ? fresh : refuse('wait_and_repeat');
}
