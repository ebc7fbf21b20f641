/** Somebody whom a roster may name as a manager. */
export interface KnownName {
  name: string;
  employeeNumber: string;
  left: boolean;
}

/**
 * The one person whom a manager's name means: among several of that name the only one who has not left. Null when
 * nobody or more than one could be meant.
 */
export function managerNamed<Known extends KnownName>(candidates: readonly Known[]): Known | null {
  const byNumber = new Map(candidates.map((candidate) => [candidate.employeeNumber, candidate]));
  const people = [...byNumber.values()];
  const present = people.filter(({ left }) => !left);
  const [only] = present.length > 0 ? present : people;
  return (present.length || people.length) === 1 ? (only ?? null) : null;
}

const plainLatin = (name: string) => name.toLowerCase().replace(/[.'’]/g, '').split(/\s+/);

/** First and last word of a name, by which `Brandon R. LeBlanc` and `Brandon LeBlanc` look alike; null without two. */
export function roughName(name: string): string | null {
  if (!/^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(name)) return null;
  const words = plainLatin(name);
  const [first, last] = [words[0], words.at(-1)];
  return words.length > 1 && first && last ? `${first} ${last}` : null;
}

/** The only person whose name differs from this one by middle names or dots. */
export function similarlyNamed(
  name: string,
  peopleByRoughName: ReadonlyMap<string, readonly KnownName[]>,
): KnownName | null {
  const rough = roughName(name);
  if (rough === null) return null;
  return managerNamed((peopleByRoughName.get(rough) ?? []).filter((person) => person.name !== name));
}
