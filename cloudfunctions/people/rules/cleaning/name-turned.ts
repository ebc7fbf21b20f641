import type { CleaningRule } from './cleaning-rule';

/** `Last, First` → `First Last`, for names in Latin letters with exactly one comma. */
export const nameTurned: CleaningRule = {
  name: 'nameTurned',
  fields: ['name', 'managerName'],
  clean(value) {
    const parts = value.split(',').map((part) => part.trim());
    const [last, first] = parts;
    if (parts.length !== 2 || !last || !first || !/^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(last + first)) return value;
    return `${first} ${last}`;
  },
};
