import { instant } from '../../../shared/kernel/day';
import { joiningTryLimits } from '../../../shared/people/model';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import { lockedSince, minutesLocked } from '../rules/joining/count-tries';
import { store } from '../store';

/**
 * Counts a try before it is judged, in one conditional change, so that a hundred parallel tries are five. Answers how
 * many are spent, this one included.
 */
export async function countTry(callerKey: string, now: Date): Promise<number> {
  const lastTryAt = instant(now);
  const { allowed } = joiningTryLimits;
  // Twice: a first try at the same moment may have inserted the count between our change and our insert.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const counted = await store.joiningTries.changeOne(
      { _id: callerKey, wrong: is.below(allowed) },
      { wrong: by.adding(1), lastTryAt },
    );
    if (counted) return counted.wrong;
    if (await store.joiningTries.insert({ _id: callerKey, wrong: 1, lastTryAt })) return 1;
    const anew = await store.joiningTries.changeOne(
      { _id: callerKey, wrong: is.atLeast(allowed), lastTryAt: is.atMost(lockedSince(now)) },
      { wrong: 1, lastTryAt },
    );
    if (anew) return anew.wrong;
  }
  const locked = await store.joiningTries.read(callerKey);
  return refuse('joining_locked', { minutes: minutesLocked(locked?.lastTryAt ?? lastTryAt, now) });
}

/** The code was right and something else stood in the way: that was no wrong try. */
export async function giveTryBack(callerKey: string): Promise<void> {
  await store.joiningTries.changeOne({ _id: callerKey, wrong: is.above(0) }, { wrong: by.adding(-1) });
}

export async function forgetTries(callerKey: string): Promise<void> {
  await store.joiningTries.removeAll({ _id: callerKey });
}
