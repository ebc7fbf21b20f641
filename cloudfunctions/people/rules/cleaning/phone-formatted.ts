import type { CleaningRule } from './cleaning-rule';

/** `+86 138-0013-8000`, `0086 13800138000`, `8613800138000` → `13800138000`; landlines keep their area code. */
export const phoneFormatted: CleaningRule = {
  name: 'phoneFormatted',
  fields: ['phone'],
  clean(value) {
    const digits = value.replace(/[\s()（）.-]/g, '');
    const national = digits.replace(/^(?:\+|00)?86(?=1\d{10}$|0\d{9,11}$)/, '');
    return /^\+?\d{7,15}$/.test(national) ? national : value;
  },
};

/** A Chinese mobile, a landline with area code, or a foreign number with its `+`. */
export function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$|^0\d{9,11}$|^\+\d{8,15}$/.test(text);
}
