/** How many people have how much: value → persons. Small enough to live in one document (see `bandOf`). */
export type Distribution = Readonly<Record<string, number>>;

/**
 * Values below a thousand stay exact, larger ones keep three digits: a company of any size has at most a few thousand
 * bands, and a share told from them is off by half a percent at most.
 */
export function bandOf(value: number): number {
  if (value < 1000) return value;
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Math.round(value / step) * step;
}

/** The distribution with one more person in it. */
export function withPerson(distribution: Distribution, value: number): Distribution {
  const band = String(bandOf(value));
  return { ...distribution, [band]: (distribution[band] ?? 0) + 1 };
}

const bands = (distribution: Distribution) =>
  Object.entries(distribution)
    .map(([value, persons]) => ({ value: Number(value), persons }))
    .sort((one, other) => one.value - other.value);

export function personsIn(distribution: Distribution): number {
  return Object.values(distribution).reduce((sum, persons) => sum + persons, 0);
}

/** What the person in the middle has; of two in the middle the one with less. 0 when there is nobody. */
export function medianOf(distribution: Distribution): number {
  const middle = Math.ceil(personsIn(distribution) / 2);
  let seen = 0;
  for (const { value, persons } of bands(distribution)) {
    seen += persons;
    if (seen >= middle) return value;
  }
  return 0;
}

/** Which part of everything the richest tenth holds, in whole percent. At least one person is the tenth. */
export function topTenthPercent(distribution: Distribution): number {
  const all = bands(distribution);
  const total = all.reduce((sum, { value, persons }) => sum + value * persons, 0);
  if (total === 0) return 0;
  let left = Math.ceil(personsIn(distribution) / 10);
  let held = 0;
  for (const { value, persons } of all.reverse()) {
    const taken = Math.min(left, persons);
    held += taken * value;
    left -= taken;
  }
  return Math.round((held / total) * 100);
}

/** How many have at least so much. */
export function personsWith(distribution: Distribution, atLeast: number): number {
  return bands(distribution)
    .filter(({ value }) => value >= atLeast)
    .reduce((sum, { persons }) => sum + persons, 0);
}
