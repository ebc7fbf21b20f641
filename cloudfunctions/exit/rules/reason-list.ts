import type { ExitContract } from '../../../shared/exit/contract';
import type { ExitReason, ReasonGroup } from '../../../shared/exit/reasons';
import type { ParsedInputOf } from '../../../shared/kernel/contract';
import { refuse } from '../../../shared/refusal';

type Wanted = ParsedInputOf<ExitContract['changeExitReasons']>['groups'];
/** Gives an entry of the list its id: the same words under the same heading are the same entry. */
export type NameReason = (words: string, under: string) => string;

/** The same words for the same id, or a new entry: an answer must not change its meaning behind somebody's back. */
function entryOf<Entry extends ExitReason>(
  known: readonly Entry[],
  { id, words }: { id: string | null; words: string },
): Entry | undefined {
  return known.find((one) => one._id === id && one.words === words) ?? known.find((one) => one.words === words);
}

function retire<Entry extends ExitReason>(known: readonly Entry[], kept: readonly string[]): Entry[] {
  return known.filter(({ _id }) => !kept.includes(_id)).map((one) => ({ ...one, isOffered: false }));
}

/** The list after HR wrote it anew: every word that was ever on it stays. Refuses the same words twice. */
export function changedReasons(known: readonly ReasonGroup[], wanted: Wanted, name: NameReason): ReasonGroup[] {
  const headings = wanted.map(({ words }) => words);
  const all = wanted.flatMap(({ reasons }) => reasons.map(({ words }) => words));
  if (new Set(headings).size < headings.length || new Set(all).size < all.length) refuse('exit_reason_twice');
  const offered = wanted.map((group): ReasonGroup => {
    const earlier = entryOf(known, group);
    const reasons = group.reasons.map((reason): ExitReason => {
      const _id = entryOf(earlier?.reasons ?? [], reason)?._id ?? name(reason.words, group.words);
      return { _id, words: reason.words, isOffered: true };
    });
    const kept = reasons.map(({ _id }) => _id);
    return {
      ...{ _id: earlier?._id ?? name(group.words, ''), words: group.words, isOffered: true },
      reasons: [...reasons, ...retire(earlier?.reasons ?? [], kept)],
    };
  });
  const kept = offered.map(({ _id }) => _id);
  const gone = retire(known, kept).map((group) => ({ ...group, reasons: retire(group.reasons, []) }));
  return [...offered, ...gone];
}

/** Where a reason stands and how it reads; null for one that was never on the list. */
export function foundReason(groups: readonly ReasonGroup[], reasonId: string | null) {
  for (const group of groups) {
    const reason = group.reasons.find(({ _id }) => _id === reasonId);
    if (reason) return { groupId: group._id, groupWords: group.words, words: reason.words };
  }
  return null;
}
