import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import { type Account, type Movement, movementOf } from './account';
import { type Lots, reversed, type Spending, spendable, spendablePoints, taking } from './lots';

/** What another context lets a person pay for. */
export interface SpendingFact {
  factId: string;
  personId: string;
  points: number;
  about: string;
}

/** The entries by which a spending and its return are recognised. */
export const spentKeyOf = ({ personId, factId }: Pick<SpendingFact, 'personId' | 'factId'>) =>
  `${personId}.spent.${factId}`;
export const unspentKeyOf = ({ personId, factId }: Pick<SpendingFact, 'personId' | 'factId'>) =>
  `${personId}.unspent.${factId}`;

/** Takes the points out of what ends first. Refuses when there are not enough. */
export function spentMovement(account: Account, fact: SpendingFact, spending: Spending, at: Instant): Movement {
  const { factId, points, about } = fact;
  const lots = taking(spendable(account.lots, spending), points);
  if (!lots) return refuse('points_not_enough', { missing: points - spendablePoints(account.lots, spending) });
  const cause = { kind: 'spent', factId, about } as const;
  return movementOf({ key: spentKeyOf(fact), points: -points, lots, cause, from: 'person', to: 'mall', at });
}

/** Brings back what an entry took, into the very lots (trust.md I10). */
export function unspentMovement(
  fact: Pick<SpendingFact, 'personId' | 'factId'>,
  spent: { points: number; lots: Lots; about: string },
  at: Instant,
): Movement {
  const cause = { kind: 'unspent', factId: fact.factId, about: spent.about } as const;
  const [points, lots] = [-spent.points, reversed(spent.lots)];
  return movementOf({ key: unspentKeyOf(fact), points, lots, cause, from: 'mall', to: 'person', at });
}
