import { issuedIn } from './day-totals';
import type { ForecastBasis } from './forecast';
import { heldAfter, type StoredDay } from './stored-day';

/** How the economy went over some days, per month of thirty. */
export interface Pace {
  issuedPerMonth: number;
  spentPerMonth: number;
  /** What all people held together, on the average of these days. */
  held: number;
}

export function paceOf(days: readonly StoredDay[]): Pace {
  const span = Math.max(1, days.length);
  const perMonth = (sum: number) => (sum / span) * 30;
  return {
    issuedPerMonth: perMonth(days.reduce((sum, day) => sum + issuedIn(day), 0)),
    spentPerMonth: perMonth(
      days.reduce((sum, { redeemed, refunded, donated }) => sum + redeemed - refunded + donated, 0),
    ),
    held: days.reduce((sum, day) => sum + heldAfter(day), 0) / span,
  };
}

/** What a forecast needs to know of the pace. */
export function shareSpent({ spentPerMonth, held }: Omit<Pace, 'issuedPerMonth'>): ForecastBasis['spentShare'] {
  return held > 0 ? Math.min(1, Math.max(0, spentPerMonth / held)) : 0;
}
