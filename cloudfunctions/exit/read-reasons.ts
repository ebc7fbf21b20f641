import { refuse } from '../../shared/refusal';
import { reasonListId, type StoredReasonList } from './documents';
import { firstReasons } from './rules/first-reasons';
import { foundReason } from './rules/reason-list';
import { store } from './store';

/** The list as it stands; the one that comes with 同路 until HR writes their own. One request. */
export async function currentReasons(): Promise<StoredReasonList> {
  const stored = await store.reasonLists.read(reasonListId);
  return stored ?? { _id: reasonListId, version: 1, groups: [...firstReasons], requestId: '', changedById: '' };
}

/** Refuses reasons that were never on the list. One request, none for none. */
export async function checkReasonsKnown(reasonIds: readonly string[]): Promise<void> {
  if (reasonIds.length === 0) return;
  const { groups } = await currentReasons();
  if (reasonIds.some((reasonId) => foundReason(groups, reasonId) === null)) refuse('exit_reason_unknown');
}
