import { reasonListId, type StoredReasonList } from './documents';
import { firstReasons } from './rules/first-reasons';
import { store } from './store';

/** The list as it stands; the one that comes with 同路 until HR writes their own. One request. */
export async function currentReasons(): Promise<StoredReasonList> {
  const stored = await store.reasonLists.read(reasonListId);
  return stored ?? { _id: reasonListId, version: 1, groups: [...firstReasons], requestId: '', changedById: '' };
}
