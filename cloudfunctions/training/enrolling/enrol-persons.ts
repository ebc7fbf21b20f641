import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import { presentColleagues } from '../colleagues';
import type { EnrolmentCause, StoredLearning } from '../documents';
import { type Learner, newLearning, reassigned, requirementsOf } from '../rules/enrolment';
import { learningIdOf } from '../rules/ids';
import { store } from '../store';
import { settleAsked } from './settle-learning';

/** As many changes as are on their way at once. */
const abreast = 20;
const mostPaths = 50;

interface Enrolling extends EnrolmentCause {
  learners: readonly Learner[];
  courseIds: readonly string[];
}

/** Everybody gets every course, once; a repeat changes nothing. */
export async function enrolPersons({ learners, courseIds, ...asked }: Enrolling, now: Date): Promise<void> {
  const ids = [...new Set(courseIds)];
  const pairs = learners.flatMap(({ personId }) => ids.map((courseId) => learningIdOf(personId, courseId)));
  const [courses, paths, known] = await Promise.all([
    store.courses.list({ where: { _id: is.among(ids) }, limit: ids.length, fields: ['title', 'published'] }),
    store.paths.list({ where: { courseIds: is.among(ids) }, limit: mostPaths, fields: ['stages', 'titles'] }),
    store.learnings.list({ where: { _id: is.among(pairs) }, limit: pairs.length }),
  ]);
  const offered = courses.filter(({ published }) => published !== null);
  if (offered.length < ids.length) return refuse('course_not_found');
  const byId = new Map(known.map((learning) => [learning._id, learning]));
  const fresh = offered.flatMap((course) => {
    const requires = requirementsOf(course, paths, ids);
    return learners.flatMap((learner) =>
      byId.has(learningIdOf(learner.personId, course._id))
        ? []
        : [newLearning(learner, course, { requires, cause: asked, now })],
    );
  });
  await insertEach(fresh);
  await changeEach(known, asked, now);
  const touched = await store.learnings.list({
    where: { _id: is.among(pairs), wakeAt: instant(now) },
    limit: pairs.length,
  });
  await settleAsked(touched, now);
}

/** Together, or one by one where somebody was faster with one of them. */
async function insertEach(fresh: readonly StoredLearning[]): Promise<void> {
  if (fresh.length === 0 || (await store.learnings.insertMany(fresh))) return;
  for (const learning of fresh) await store.learnings.insert(learning);
}

async function changeEach(known: readonly StoredLearning[], added: EnrolmentCause, now: Date) {
  for (let from = 0; from < known.length; from += abreast) {
    const some = known.slice(from, from + abreast);
    const changed = await Promise.all(
      some.map((learning) => {
        const change = reassigned(learning, added, now);
        if (!change) return learning;
        const { _id, factsVersion } = learning;
        return store.learnings.changeOne({ _id, factsVersion }, { ...change, factsVersion: by.adding(1) });
      }),
    );
    if (changed.includes(null)) return refuse('wait_and_repeat');
  }
}

/** Who these persons are. Somebody before the first day is not known here yet and is met when they begin. */
export async function learnersOf(personIds: readonly string[], now: Date): Promise<Learner[]> {
  const wanted = [...new Set(personIds)];
  const known = await presentColleagues(wanted, now);
  if (known === null) return refuse('wait_and_repeat');
  return wanted.map((personId) => {
    const { name = '', departmentName = '', branchId = '' } = known.get(personId) ?? {};
    return { personId, name, departmentName, branchId };
  });
}
