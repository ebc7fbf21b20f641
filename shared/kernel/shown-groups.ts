/**
 * Which groups may be shown as figures, the largest first, and who is left, to be shown as one. What is left when the
 * shown are subtracted from the whole is itself a group: while it has fewer than `smallest` people, the smallest shown
 * group joins it. Nothing is shown where nothing can be.
 */
export function shownGroups<Group extends { people: number }>(
  groups: readonly Group[],
  smallest: number,
): { shown: Group[]; others: Group[] } {
  const bySize = [...groups].sort((one, other) => other.people - one.people);
  const large = bySize.filter(({ people }) => people >= smallest);
  for (let count = large.length; count >= 0; count -= 1) {
    const others = bySize.slice(count);
    const left = others.reduce((total, { people }) => total + people, 0);
    if (left === 0 || left >= smallest) return { shown: large.slice(0, count), others };
  }
  return { shown: [], others: [] };
}
