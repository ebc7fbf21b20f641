import { addDays } from '../../../../shared/kernel/day';
import { type CleaningRule, dateFields } from './cleaning-rule';

/**
 * Excel counts days from 1899-12-30 (its 1900 has a 29 February that never was, which only moves the first 60 days).
 * 3,654 is 1910-01-01, 73,050 is 2099-12-31: outside, a number is not taken for a date.
 */
const first = 3654;
const last = 73050;

export const serialDateRead: CleaningRule = {
  name: 'serialDateRead',
  fields: dateFields,
  clean(value) {
    const days = /^(\d{4,5})(?:\.\d+)?$/.exec(value)?.[1];
    if (days === undefined || Number(days) < first || Number(days) > last) return value;
    return addDays('1899-12-30', Number(days));
  },
};
