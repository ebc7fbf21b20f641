import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import type { StoredLearning } from '../documents';
import { learnersOf } from '../enrolling/enrol-persons';
import { isAboutWork, settleWork } from '../enrolling/settle-learning';
import { pinnedVersion } from '../learning/begun';
import { recordFact } from '../learning/record-fact';
import { offeredCourse } from '../learning/seen-course';
import { newLearning } from '../rules/enrolment';
import { learningIdOf } from '../rules/ids';
import { store } from '../store';

/** Whoever had not begun the course begins it with this, whatever locks it: they were there. Safe to repeat. */
export const takeSessionPassed: Handler<TrainingContract['takeSessionPassed']> = async (input, { now }) => {
  const { personId, courseId, sessionId, at } = input;
  const course = await offeredCourse(courseId);
  if (!course?.published) return {};
  const { published } = course;
  const known = await store.learnings.read(learningIdOf(personId, courseId));
  const learning = known?.version != null ? known : await begun(known, personId, { _id: courseId, published }, now);
  const demands = await pinnedVersion(courseId, learning.version ?? published.version);
  const { learning: after } = await recordFact(learning, demands, { kind: 'sessionPassed', sessionId, at }, now);
  if (after.toTell.some(isAboutWork)) await settleWork(after, now);
  return {};
};

async function begun(
  known: StoredLearning | null,
  personId: string,
  course: { _id: string; published: NonNullable<NonNullable<Awaited<ReturnType<typeof offeredCourse>>>['published']> },
  now: Date,
): Promise<StoredLearning> {
  const { version, title, locks: requires } = course.published;
  const beginning = { version, title, state: 'learning' as const, startedAt: instant(now) };
  if (known) {
    const change = { ...beginning, factsVersion: by.adding(1) };
    return (await store.learnings.changeOne({ _id: known._id, version: null }, change)) ?? refuse('wait_and_repeat');
  }
  const [learner] = await learnersOf([personId], now);
  if (!learner) return refuse('wait_and_repeat');
  const fresh = { ...newLearning(learner, { ...course, title }, { requires, cause: null, now }), ...beginning };
  return (await store.learnings.insert(fresh)) ? fresh : refuse('wait_and_repeat');
}
