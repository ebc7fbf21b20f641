import { refuse } from '../../shared/refusal';
import type { Caller } from '../platform/caller';
import type { StoredSeparation } from './documents';
import { findLeaving, lookerOf } from './find-leaving';
import { ownersOf } from './rules/side';

/** A leaving whose handover the caller may list: the leaver, the manager, and HR. */
export async function findHandover(separationId: string, caller: Caller): Promise<StoredSeparation> {
  const found = await findLeaving(separationId, caller);
  const looker = lookerOf(caller);
  const mayList = found.personId === looker.personId || ownersOf(looker, found).includes('manager');
  return mayList ? found : refuse('leaving_not_found');
}
