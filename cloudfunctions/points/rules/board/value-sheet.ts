import type { ValuedGift } from '../../../../shared/kernel/value-sheet';

/**
 * What each payer of a team gift got of its value, by what they paid, in whole fen that sum to the value exactly: what
 * rounding down leaves over goes fen by fen to those of whom it took the most.
 */
export function dividedValue(valueFen: number, paid: readonly { personId: string; points: number }[]): ValuedGift[] {
  const byPerson = new Map<string, number>();
  for (const { personId, points } of paid) byPerson.set(personId, (byPerson.get(personId) ?? 0) + points);
  const whole = [...byPerson.values()].reduce((sum, points) => sum + points, 0);
  const parts = [...byPerson].map(([personId, points]) => {
    // Ten million fen times a million points are more than a number holds exactly.
    const product = BigInt(valueFen) * BigInt(points);
    return { personId, valueFen: Number(product / BigInt(whole)), rest: Number(product % BigInt(whole)) };
  });
  parts.sort((one, other) => other.rest - one.rest || (one.personId < other.personId ? -1 : 1));
  const over = valueFen - parts.reduce((sum, part) => sum + part.valueFen, 0);
  return parts.map(({ personId, valueFen: down }, index) => ({ personId, valueFen: down + (index < over ? 1 : 0) }));
}
