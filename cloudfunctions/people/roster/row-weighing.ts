import { seal, unseal } from '../../platform/sealed';
import type { RosterRowDocument } from '../documents';
import { readingOf } from '../rules/roster/record-fields';
import { type WeighedRow, weighRow } from '../rules/roster/weigh-row';
import { phoneOf } from './known-people';

const placeOf = (rowId: string) => ({ collection: 'rosterRows', id: rowId, field: 'phone' });

export const sealForRow = (phone: string, rowId: string) => seal(phone, placeOf(rowId));

/** The phone that a row says, in full; null when it says none. */
export function phoneInRow(row: Pick<RosterRowDocument, '_id' | 'reading'>): string | null {
  const { phone } = row.reading;
  return phone ? unseal(phone, placeOf(row._id)) : null;
}

/** What becomes of a stored row by the decisions it carries. */
export function weighStoredRow(row: RosterRowDocument): WeighedRow {
  const { record } = row;
  const says = row.says.includes('phone');
  const knownPhone = record && says ? phoneOf(record.person) : null;
  return weighRow({
    reading: { ...row.reading, phone: says ? phoneInRow(row) : null },
    says: row.says,
    rejections: row.rejections,
    questions: row.questions,
    isSuperseded: row.supersededBy !== null,
    record: record?.employment ? readingOf(record.employment, record.person, knownPhone) : null,
    returning: record ? { name: record.person.name, birthOn: record.person.birthOn, phone: knownPhone } : null,
  });
}
