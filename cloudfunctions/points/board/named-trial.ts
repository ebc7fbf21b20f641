import type { RuleTrial } from '../../../shared/points/board';
import { type StoredTrial, trialView } from '../rules/board/trial';
import { namesOf } from './names-of';

/** A trial as HR sees it; names are looked up once it is done. */
export async function namedTrial(trial: StoredTrial): Promise<RuleTrial> {
  const named = trial.stage === 'done' ? trial.differences.map(({ personId }) => personId) : [];
  return trialView(trial, await namesOf(named));
}
