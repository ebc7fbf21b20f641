/** Numbers have digits in them, names do not: which of the two a search means, and its text as it is sorted by. */
export function searchMeant(search: string): { sortedBy: 'byNumber' | 'byName'; prefix: string } {
  return /\d/.test(search)
    ? { sortedBy: 'byNumber', prefix: search }
    : { sortedBy: 'byName', prefix: search.toLowerCase() };
}
