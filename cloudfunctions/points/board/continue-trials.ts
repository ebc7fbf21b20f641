import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { trials } from '../store';
import { advanceTrial } from './advance-trial';

/** Older than any call that is still at work on it. */
const quietMillis = 60_000;
const trialsAtOnce = 2;
const pieces = 3;

/** Trials go on when the phone that asked is gone, and are let go when they were kept long enough. */
export async function continueTrials(now: Date): Promise<{ tried: number }> {
  const quietSince = instant(new Date(now.getTime() - quietMillis));
  const where = { movingSince: is.between('', quietSince) };
  const standing = await trials.list({ where, sortedBy: 'movingSince', limit: trialsAtOnce });
  let tried = 0;
  for (const trial of standing) {
    let moving = trial;
    for (let piece = 0; piece < pieces && moving.stage === 'running'; piece += 1) {
      moving = await advanceTrial(moving, now);
      tried += 1;
    }
  }
  return { tried };
}
