import { refuse } from '../../shared/refusal';
import type { Caller } from '../platform/caller';
import { ask } from '../platform/outbox';
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

/** A colleague who can take something over. */
export async function receiverOf(receiverId: string, now: Date) {
  const answer = await ask('people', 'readColleagues', { personIds: [receiverId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const receiverName = answer.data.items[0]?.name ?? refuse('colleague_not_found');
  return { receiverId, receiverName };
}
