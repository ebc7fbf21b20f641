import type { FieldChange, RosterField, RosterReading } from '../../../../shared/people/roster';
import { maskPhone } from '../mask-phone';

const shown = (field: RosterField, value: string | null) =>
  field === 'phone' && value !== null ? maskPhone(value) : value;

/**
 * What a row would change in a record, field by field. Phones are compared in full and shown by their last digits. A
 * position that nobody recorded is stored empty and read as null.
 */
export function compareRow(reading: RosterReading, says: readonly RosterField[], record: RosterReading): FieldChange[] {
  return says
    .filter((field) => (reading[field] ?? null) !== (record[field] ?? null))
    .map((field) => ({
      field,
      from: shown(field, record[field] ?? null),
      to: shown(field, reading[field] ?? null),
    }));
}
