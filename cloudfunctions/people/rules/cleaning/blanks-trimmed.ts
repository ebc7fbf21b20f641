import type { CleaningRule } from './cleaning-rule';

/** Invisible signs that exports leave inside cells: zero-width spaces, byte order marks, control characters. */
const invisible = /[\u200b-\u200f\u2060\ufeff]|(?!\s)\p{Cc}/gu;

export const blanksTrimmed: CleaningRule = {
  name: 'blanksTrimmed',
  fields: 'every',
  clean: (value) => value.replace(invisible, '').replace(/\s+/gu, ' ').trim(),
};
