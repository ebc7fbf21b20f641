import { instant } from '../../../shared/kernel/day';
import { by } from '../../platform/db';
import type { PersonDocument } from '../documents';
import { store } from '../store';
import { finishPending } from './finish-pending';
import { requestsKept } from './save-grants';

export interface Unbinding {
  requestId: string;
  /** What the request does, to tell its repeat from its misuse. */
  what: 'unbind' | 'leave';
}

/**
 * Takes the WeChat away from a settled person: the intent is written together with the change, and what a kill leaves
 * behind, the sweep finishes. False when something else changed the person meanwhile; then nothing was written.
 */
export async function takeBinding(person: PersonDocument, { requestId, what }: Unbinding, now: Date): Promise<boolean> {
  const unbound = await store.persons.changeOne(
    { _id: person._id, joinedAt: person.joinedAt, pending: null },
    {
      joinedAt: null,
      lastRequestId: requestId,
      pending: 'unbinding',
      pendingSince: instant(now),
      requests: by.appending([{ id: requestId, what }], requestsKept),
    },
  );
  if (unbound) await finishPending(unbound);
  return unbound !== null;
}
