import type { DateOrder } from './cleaning-rule';

/** What stands in a cell before its century is known: `yearDigits` tells 87 from 1987. */
export interface DateParts {
  year: number;
  yearDigits: 2 | 4;
  month: number;
  day: number;
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const yearFirstChinese = /^(\d{4}|\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/;
/** Exports write midnight after a date. */
const midnight = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/;

const partsOf = (year: string, month: string, day: string): DateParts => ({
  year: Number(year),
  yearDigits: year.length === 4 ? 4 : 2,
  month: Number(month),
  day: Number(day),
});

/** The two numbers before the year in `10/27/2008`; null for shapes that leave no doubt about the order. */
export function leadingPair(text: string): [number, number] | null {
  const match = yearLast.exec(text.replace(midnight, ''));
  return match && match[2] !== '.' ? [Number(match[1]), Number(match[3])] : null;
}

/**
 * Reads `2008-10-27`, `2008/10/27`, `2008年10月27日`, `20081027`, `10/27/2008`, `1/6/14` and `27.10.2008`. Dots put the
 * day first. A first part above 12 can only be a day, whatever the rest of the column does.
 */
export function dateParts(cell: string, order: DateOrder): DateParts | null {
  const text = cell.replace(midnight, '');
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  if (year && month && day) return partsOf(year, month, day);
  const [, chineseYear, chineseMonth, chineseDay] = yearFirstChinese.exec(text) ?? eightDigits.exec(text) ?? [];
  if (chineseYear && chineseMonth && chineseDay) return partsOf(chineseYear, chineseMonth, chineseDay);
  const [, first, sign, second, lastYear] = yearLast.exec(text) ?? [];
  if (!first || !second || !lastYear) return null;
  const dayFirst = sign === '.' || Number(first) > 12 || (order === 'dayFirst' && Number(second) <= 12);
  return dayFirst ? partsOf(lastYear, second, first) : partsOf(lastYear, first, second);
}

/** The ISO day, or null where the calendar has no such day or it lies outside 1900 to 2199. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day > (lengths[month - 1] ?? 0)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
