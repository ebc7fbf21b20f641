import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { issue } from '../certificates/issue';
import type { StoredLearning } from '../documents';
import { store } from '../store';
import { putCourseTask, tellPassed } from '../tell';

/** How many persons one message to the list of tasks may name. */
const personsAtOnce = 100;
const atOnce = 200;

/** Tells what one learning owes to others; what could not be told stays for the sweep. */
export async function settlePassed(learning: StoredLearning, now: Date): Promise<void> {
  if (!(await tellPassed(learning, now))) return;
  const { personId, courseId: cause, title, passedAt, name, branchId } = learning;
  await issue({ personId, name, branchId, cause, title, hours: null, at: passedAt ?? now.toISOString() }, now);
  const { _id, factsVersion } = learning;
  await store.learnings.changeOne({ _id, factsVersion }, { toTell: [], wakeAt: null });
}

/** Puts the task of fresh courses onto people's lists, all with the same course and day in one go. */
export async function settleAssigned(learnings: readonly StoredLearning[], now: Date): Promise<void> {
  const groups = new Map<string, StoredLearning[]>();
  for (const learning of learnings) {
    const key = `${learning.courseId} ${learning.dueOn} ${learning.wakeAt}`;
    groups.set(key, [...(groups.get(key) ?? []), learning]);
  }
  for (const group of groups.values()) {
    for (let from = 0; from < group.length; from += personsAtOnce) {
      const some = group.slice(from, from + personsAtOnce);
      const [first] = some;
      if (!first) continue;
      const at = first.wakeAt ?? now.toISOString();
      const personIds = some.map(({ personId }) => personId);
      if (!(await putCourseTask(first, personIds, at, now))) continue;
      const ids = some.map(({ _id }) => _id);
      await store.learnings.changeAll({ _id: is.among(ids), wakeAt: at }, { toTell: [], wakeAt: null });
    }
  }
}

/** What was cut off before `until`. */
export async function settleLearnings(until: string, now: Date): Promise<number> {
  const found = await store.learnings.list({ where: { wakeAt: is.between('', until) }, limit: atOnce });
  const isPassed = ({ toTell }: StoredLearning) => toTell.includes('passed');
  await oneByOne(found.filter(isPassed), (learning) => settlePassed(learning, now));
  await settleAssigned(
    found.filter((learning) => !isPassed(learning)),
    now,
  );
  return found.length;
}
