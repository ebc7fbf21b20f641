import { unbind } from '../../platform/identity';
import type { PersonDocument } from '../documents';
import { refreshIdentities } from '../identity-refresh';
import { store } from '../store';

/**
 * Finishes what a change of rights or an unbinding still has to reach. Safe to repeat: codes go first, so that the
 * WeChat that is being taken away cannot come back with the code it once used.
 */
export async function finishPending({ _id, pending, pendingSince }: PersonDocument): Promise<void> {
  if (pending === null) return;
  if (pending === 'unbinding') {
    await store.joiningCodes.removeAll({ personId: _id });
    await unbind(_id);
  } else {
    await refreshIdentities([_id]);
  }
  await store.persons.changeOne({ _id, pendingSince }, { pending: null, pendingSince: null });
}
