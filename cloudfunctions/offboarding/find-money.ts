import { refuse } from '../../shared/refusal';
import type { Caller } from '../platform/caller';
import type { StoredSeparation } from './documents';
import { findLeaving, lookerOf } from './find-leaving';
import { knowsMoney } from './rules/side';

/** A leaving whose money is the caller's business: finance and HR; the leaver is told that others decide. */
export async function findMoney(separationId: string, caller: Caller): Promise<StoredSeparation> {
  const found = await findLeaving(separationId, caller);
  const looker = lookerOf(caller);
  const isOwn = found.personId === looker.personId;
  return isOwn || knowsMoney(looker, found) ? found : refuse('leaving_not_found');
}
