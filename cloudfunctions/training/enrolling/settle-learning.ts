import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { issue } from '../certificates/issue';
import type { QuizTelling, StoredLearning, Telling } from '../documents';
import { store } from '../store';
import { putCourseTask, tellPassed, tellQuizzes, tellTakenBack } from '../tell';

/** How many persons one message to the list of tasks may name. */
const personsAtOnce = 100;
const atOnce = 200;

const isQuiz = (telling: Telling): telling is QuizTelling => telling.startsWith('quiz.');
/** Whether somebody has to hear of what was learned, and not only of what is to be learned or no longer is. */
export const isAboutWork = (telling: Telling) => telling === 'passed' || isQuiz(telling);

/** Tells what one learning owes to others; what could not be told stays for the sweep. */
export async function settleWork(learning: StoredLearning, now: Date): Promise<void> {
  const { _id, factsVersion, toTell, wakeAt } = learning;
  if (!(await tellQuizzes(learning, toTell.filter(isQuiz), now))) return;
  if (toTell.includes('passed')) {
    if (!(await tellPassed(learning, now))) return;
    const { personId, courseId: cause, title, passedAt, name, branchId } = learning;
    await issue({ personId, name, branchId, cause, title, hours: null, at: passedAt ?? now.toISOString() }, now);
  }
  const left = toTell.filter((telling) => !isAboutWork(telling));
  const change = { toTell: left, wakeAt: left.length > 0 ? wakeAt : null };
  await store.learnings.changeOne({ _id, factsVersion }, change);
}

/** Puts the task of fresh courses onto people's lists, all with the same course and day in one go. */
async function settleAssigned(learnings: readonly StoredLearning[], now: Date): Promise<void> {
  for (const some of together(learnings, ({ courseId, dueOn, wakeAt }) => `${courseId} ${dueOn} ${wakeAt}`)) {
    const [first] = some;
    if (!first) continue;
    const at = first.wakeAt ?? now.toISOString();
    const personIds = some.map(({ personId }) => personId);
    if (!(await putCourseTask(first, personIds, at, now))) continue;
    const ids = some.map(({ _id }) => _id);
    await store.learnings.changeAll({ _id: is.among(ids), wakeAt: at }, { toTell: [], wakeAt: null });
  }
}

/** Says why a course is not asked for any more, to all with the same course, day and reason in one go. */
export async function settleTakenBack(learnings: readonly StoredLearning[], now: Date): Promise<void> {
  const keyOf = ({ takenBack, wakeAt, ...one }: StoredLearning) =>
    JSON.stringify([one.courseId, one.dueOn, one.causes.length === 0, takenBack.at(-1), wakeAt]);
  for (const some of together(learnings, keyOf)) {
    const [first] = some;
    const personIds = some.map(({ personId }) => personId);
    if (!first || !(await tellTakenBack(first, personIds, now))) continue;
    const ids = some.map(({ _id }) => _id);
    await store.learnings.changeAll({ _id: is.among(ids), wakeAt: first.wakeAt }, { toTell: [], wakeAt: null });
  }
}

/** Those of one key together, at most as many as one message may name. */
function together(learnings: readonly StoredLearning[], keyOf: (learning: StoredLearning) => string) {
  const groups = new Map<string, StoredLearning[]>();
  for (const learning of learnings) groups.set(keyOf(learning), [...(groups.get(keyOf(learning)) ?? []), learning]);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / personsAtOnce) }, (_, page) =>
      group.slice(page * personsAtOnce, (page + 1) * personsAtOnce),
    ),
  );
}

/** What was cut off before `until`. */
export async function settleLearnings(until: string, now: Date): Promise<number> {
  const found = await store.learnings.list({ where: { wakeAt: is.between('', until) }, limit: atOnce });
  const isWork = ({ toTell }: StoredLearning) => toTell.some(isAboutWork);
  await oneByOne(found.filter(isWork), (learning) => settleWork(learning, now));
  await settleAsked(
    found.filter((learning) => !isWork(learning)),
    now,
  );
  return found.length;
}

/** What is asked for and what is not any more. */
export async function settleAsked(learnings: readonly StoredLearning[], now: Date): Promise<void> {
  const isTakenBack = ({ toTell }: StoredLearning) => toTell.includes('takenBack');
  await settleTakenBack(learnings.filter(isTakenBack), now);
  await settleAssigned(
    learnings.filter((learning) => !isTakenBack(learning)),
    now,
  );
}
