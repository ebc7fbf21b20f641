import { minutesAfter } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredAssignment } from '../documents';
import { settleTakenBack } from '../enrolling/settle-learning';
import { takenBackOf } from '../rules/taking-back';
import { store } from '../store';

const atOnce = 5;
const learnersAtOnce = 100;

/** Lets everybody go whom an assignment that was taken back had reached; whoever is let go is not found again. */
export async function takeBackAssignments(now: Date): Promise<number> {
  const where = { takingBackSince: is.between('', now.toISOString()) };
  const found = await store.assignments.list({ where, limit: atOnce });
  await oneByOne(found, (assignment) => takeBack(assignment, now));
  return found.length;
}

async function takeBack(assignment: StoredAssignment, now: Date): Promise<void> {
  const { _id, takenBack, takenBackById, takingBackSince } = assignment;
  if (!takenBack || !takingBackSince) return;
  const where = { 'causes.cause': _id, state: is.among(['assigned', 'learning']) };
  const learners = await store.learnings.list({ where, limit: learnersAtOnce });
  const taking = { ...takenBack, byId: takenBackById ?? '', requestId: _id };
  const changed = await Promise.all(
    learners.map((learning) => {
      const change = takenBackOf(learning, ({ cause }) => cause === _id, taking);
      if (!change) return null;
      const { factsVersion } = learning;
      return store.learnings.changeOne({ _id: learning._id, factsVersion }, { ...change, factsVersion: by.adding(1) });
    }),
  );
  await settleTakenBack(
    changed.filter((learning) => learning !== null),
    now,
  );
  // A walk that was under way when it was taken back may still reach somebody for the length of a call.
  const isOver = learners.length === 0 && takingBackSince < minutesAfter(now, -1);
  if (isOver) await store.assignments.changeOne({ _id, takingBackSince }, { takingBackSince: null });
}
