import type { CleaningRule } from './cleaning-rule';

/**
 * Spreadsheets turn long numbers into `1103024456.0` and `1.103024456E+09`. The second can be undone only while all
 * digits are still there; `1.10302E+09` has lost some and stays as it is, so that the row is rejected, not guessed.
 */
export const numberUnformatted: CleaningRule = {
  name: 'numberUnformatted',
  fields: ['employeeNumber', 'phone'],
  clean(value) {
    const plain = /^(\d+)\.0+$/.exec(value)?.[1];
    if (plain !== undefined) return plain;
    const scientific = /^(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(value);
    if (!scientific) return value;
    const [, first = '', decimals = '', exponent = '0'] = scientific;
    return decimals.length === Number(exponent) ? `${first}${decimals}` : value;
  },
};
