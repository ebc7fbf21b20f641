import type { CleaningRule } from './cleaning-rule';

/** Input methods leave full-width letters and digits (Ａ１) that look right and match nothing. */
const fullWidthText = /[０-９Ａ-Ｚａ-ｚ]/g;
/** Between digits the signs of dates and phone numbers are meant to be narrow as well; in names they may stay. */
const fullWidthSigns = /[／．－：＋]/g;
const distance = 0xfee0;

const narrowed = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - distance);

export const widthNarrowed: CleaningRule = {
  name: 'widthNarrowed',
  fields: 'every',
  clean(value, { field }) {
    const text = value.replace(fullWidthText, narrowed);
    const isProse = field === 'name' || field === 'departmentName' || field === 'position' || field === 'exitReason';
    return isProse ? text : text.replace(fullWidthSigns, narrowed);
  },
};
