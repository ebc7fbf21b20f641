import type { DateOrder } from './cleaning-rule';
import { leadingPair } from './date-parts';

/** What one column says about its order: how many values can only be read one way. */
export interface OrderEvidence {
  monthFirst: number;
  dayFirst: number;
}

export function orderEvidence(values: Iterable<string>): OrderEvidence {
  const evidence = { monthFirst: 0, dayFirst: 0 };
  for (const value of values) {
    const [first = 0, second = 0] = leadingPair(value) ?? [];
    if (first > 12 && second <= 12) evidence.dayFirst += 1;
    if (second > 12 && first <= 12) evidence.monthFirst += 1;
  }
  return evidence;
}

/**
 * The order of each date column: what most of its own unmistakable values say; a column without any follows the others
 * of the file; a file without any is read month first, as spreadsheets export it.
 */
export function dateOrders<Column>(evidence: ReadonlyMap<Column, OrderEvidence>): Map<Column, DateOrder> {
  const all = [...evidence.values()];
  const sum = (order: DateOrder) => all.reduce((total, column) => total + column[order], 0);
  const common: DateOrder = sum('dayFirst') > sum('monthFirst') ? 'dayFirst' : 'monthFirst';
  return new Map(
    [...evidence].map(([column, { monthFirst, dayFirst }]) => {
      if (monthFirst === dayFirst) return [column, common];
      return [column, dayFirst > monthFirst ? 'dayFirst' : 'monthFirst'];
    }),
  );
}
