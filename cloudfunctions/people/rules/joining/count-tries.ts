import type { Instant } from '../../../../shared/kernel/scalar';
import { joiningTryLimits } from '../../../../shared/people/model';

const minuteMillis = 60_000;

/** Tries made before this moment no longer lock. */
export function lockedSince(now: Date): Instant {
  return new Date(now.getTime() - joiningTryLimits.lockMinutes * minuteMillis).toISOString();
}

/** Whole minutes until the lock opens, at least one. */
export function minutesLocked(lastTryAt: Instant, now: Date): number {
  const opensAt = Date.parse(lastTryAt) + joiningTryLimits.lockMinutes * minuteMillis;
  return Math.max(1, Math.ceil((opensAt - now.getTime()) / minuteMillis));
}

export const triesLeft = (wrong: number) => Math.max(0, joiningTryLimits.allowed - wrong);
