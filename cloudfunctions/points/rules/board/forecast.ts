import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** How the economy has gone so far, as the forecast goes on from it. */
export interface ForecastBasis {
  /** The month in which the forecast begins, `2026-11`. */
  month: string;
  /** What is held, by the month in whose course it expires. */
  lots: Readonly<Record<string, number>>;
  issuedPerMonth: number;
  /** Which part of what is held is spent within a month, 0 to 1. */
  spentShare: number;
  /** Points expire so many months after the month in which they were earned. */
  lotMonths: number;
}

export interface ForecastMonth {
  month: string;
  issued: number;
  spent: number;
  expired: number;
  /** At the end of the month. */
  held: number;
}

export function monthAfter(month: string, months: number): string {
  return dayjs.utc(`${month}-01`).add(months, 'month').format('YYYY-MM');
}

/** Takes points from the lots that expire first. What is not there is not taken. */
function spendFrom(lots: Map<string, number>, points: number): number {
  let left = points;
  for (const month of [...lots.keys()].sort()) {
    const taken = Math.min(left, lots.get(month) ?? 0);
    lots.set(month, (lots.get(month) ?? 0) - taken);
    left -= taken;
  }
  return points - left;
}

const heldIn = (lots: ReadonlyMap<string, number>) => [...lots.values()].reduce((sum, points) => sum + points, 0);

/**
 * 余额预测: month by month, what is issued comes in, a steady part of what is held is spent from the oldest lots, and
 * what is left of a lot at the end of its month expires. Everybody's lots are taken as one purse.
 */
export function forecastHeld(basis: ForecastBasis, months: number): ForecastMonth[] {
  const lots = new Map(Object.entries(basis.lots));
  return Array.from({ length: months }, (_, index) => {
    const month = monthAfter(basis.month, index + 1);
    const issued = Math.round(basis.issuedPerMonth);
    const earned = monthAfter(month, basis.lotMonths);
    lots.set(earned, (lots.get(earned) ?? 0) + issued);
    const spent = spendFrom(lots, Math.round(heldIn(lots) * basis.spentShare));
    let expired = 0;
    for (const [until, points] of lots) {
      if (until > month) continue;
      expired += points;
      lots.delete(until);
    }
    return { month, issued, spent, expired, held: heldIn(lots) };
  });
}
