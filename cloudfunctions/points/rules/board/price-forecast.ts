import { type ForecastBasis, forecastHeld } from './forecast';
import { paceOf, shareSpent } from './pace';
import type { StoredDay } from './stored-day';
import { forecastMonths } from './trial';

/** What a gift costs, what it would cost, and how many pieces of it went in the days of the roll-ups. */
export interface PriceChange {
  costPoints: number;
  newCostPoints: number;
  pieces: number;
}

/**
 * What all people hold together in six months, at the price as it is and as it would be: as many pieces go as in these
 * days, and each takes so much more, or less, out of what is held.
 */
export function heldWithPrice(
  days: readonly StoredDay[],
  { costPoints, newCostPoints, pieces }: PriceChange,
  now: Pick<ForecastBasis, 'month' | 'lots' | 'lotMonths'>,
): { held: number; newHeld: number } {
  const pace = paceOf(days);
  const { issuedPerMonth } = pace;
  const morePerMonth = ((pieces * (newCostPoints - costPoints)) / Math.max(1, days.length)) * 30;
  const heldAtEnd = (spentPerMonth: number) => {
    const spentShare = shareSpent({ ...pace, spentPerMonth });
    return forecastHeld({ ...now, issuedPerMonth, spentShare }, forecastMonths).at(-1)?.held ?? 0;
  };
  return { held: heldAtEnd(pace.spentPerMonth), newHeld: heldAtEnd(pace.spentPerMonth + morePerMonth) };
}
