import { birthCenturySet } from './birth-century-set';
import { blanksTrimmed } from './blanks-trimmed';
import type { CleaningRule } from './cleaning-rule';
import { dateRead } from './date-read';
import { nameTurned } from './name-turned';
import { numberUnformatted } from './number-unformatted';
import { phoneFormatted } from './phone-formatted';
import { serialDateRead } from './serial-date-read';
import { statusTranslated } from './status-translated';
import { widthNarrowed } from './width-narrowed';

/** In this order: each rule sees what those before it left. */
export const cleaningRules: readonly CleaningRule[] = [
  widthNarrowed,
  blanksTrimmed,
  numberUnformatted,
  nameTurned,
  birthCenturySet,
  serialDateRead,
  dateRead,
  phoneFormatted,
  statusTranslated,
];
