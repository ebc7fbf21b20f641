import { instant, minutesAfter } from '../../../shared/kernel/day';
import { Refusal } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { StoredAttempt } from '../documents';
import { pinnedVersion } from '../learning/begun';
import { recordFact } from '../learning/record-fact';
import { judged } from '../rules/attempt';
import { learningIdOf } from '../rules/ids';
import { store } from '../store';

/** A minute may find a thousand attempts out of time at once. */
const atOnce = 1000;
const abreast = 10;

/**
 * Takes the paper away: from here on no answer is kept, so that whoever judges it, and however often, sees the same.
 * What was handed in late counts as handed in at the deadline.
 */
export async function closeAttempt(attemptId: string, now: Date): Promise<void> {
  const [at, wakeAt] = [instant(now), minutesAfter(now, 1)];
  const inTime = { _id: attemptId, state: 'open', deadlineAt: is.atLeast(at) };
  if (await store.attempts.changeOne(inTime, { state: 'closed', closedAt: at, wakeAt })) return;
  await store.attempts.changeOne({ _id: attemptId, state: 'open' }, { state: 'closed', wakeAt });
}

/** Judges what is closed, once, and tells the learner's record. Safe to repeat from any point. */
export async function finishAttempt(attempt: StoredAttempt, now: Date): Promise<StoredAttempt> {
  const { _id, personId, courseId, number, version, closedAt, deadlineAt } = attempt;
  const result = judged(attempt);
  const done =
    attempt.state === 'judged'
      ? attempt
      : ((await store.attempts.changeOne({ _id, state: 'closed' }, { state: 'judged', ...result })) ??
        (await store.attempts.read(_id)) ??
        attempt);
  if (done.wakeAt === null) return done;
  const [learning, demands] = await Promise.all([
    store.learnings.read(learningIdOf(personId, courseId)),
    pinnedVersion(courseId, version),
  ]);
  const { percent, isPassed } = result;
  const at = closedAt ?? deadlineAt;
  if (learning) await recordFact(learning, demands, { kind: 'examJudged', number, percent, isPassed, at }, now);
  return (await store.attempts.changeOne({ _id }, { wakeAt: null })) ?? done;
}

/** What ran out of time, and what was cut off between judging and telling. */
export async function finishAttempts(now: Date): Promise<number> {
  const found = await store.attempts.list({ where: { wakeAt: is.between('', instant(now)) }, limit: atOnce });
  for (let from = 0; from < found.length; from += abreast) {
    await Promise.all(
      found.slice(from, from + abreast).map(async (attempt) => {
        if (attempt.state === 'open') await closeAttempt(attempt._id, now);
        const current = attempt.state === 'open' ? await store.attempts.read(attempt._id) : attempt;
        if (current && current.state !== 'open') await finishOrLeave(current, now);
      }),
    );
  }
  return found.length;
}

/** One that cannot be finished now stays for the next minute, and stops nothing else. */
async function finishOrLeave(attempt: StoredAttempt, now: Date): Promise<void> {
  try {
    await finishAttempt(attempt, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
