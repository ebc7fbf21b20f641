import { refuse } from '../../../shared/refusal';
import type { StoredTrial } from '../rules/board/trial';
import { trials } from '../store';

export async function findTrial(trialId: string): Promise<StoredTrial> {
  return (await trials.read(trialId)) ?? refuse('trial_not_found');
}
