import type { CleaningRule } from './cleaning-rule';
import { dateParts, isoDay } from './date-parts';

/** A birthday with a two-digit year lies in the latest century that does not put it into the future. */
export const birthCenturySet: CleaningRule = {
  name: 'birthCenturySet',
  fields: ['birthOn'],
  clean(value, { today, dateOrder }) {
    const parts = dateParts(value, dateOrder);
    if (!parts || parts.yearDigits === 4) return value;
    const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
    const recent = isoDay(century + parts.year, parts.month, parts.day);
    if (recent !== null && recent <= today) return recent;
    return isoDay(century - 100 + parts.year, parts.month, parts.day) ?? value;
  },
};
