import { type CleaningRule, dateFields } from './cleaning-rule';
import { dateParts, isoDay } from './date-parts';

/** Working life is planned a few years ahead and remembered for decades. */
const yearsAhead = 10;

/** Two digits mean the year from 90 years ago up to ten years from now. */
function fullYear(twoDigits: number, thisYear: number): number {
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + twoDigits;
  return year > thisYear + yearsAhead ? year - 100 : year;
}

export const dateRead: CleaningRule = {
  name: 'dateRead',
  fields: dateFields,
  clean(value, { today, dateOrder }) {
    const parts = dateParts(value, dateOrder);
    if (!parts) return value;
    const year = parts.yearDigits === 4 ? parts.year : fullYear(parts.year, Number(today.slice(0, 4)));
    return isoDay(year, parts.month, parts.day) ?? value;
  },
};
