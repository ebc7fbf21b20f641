import type { RosterRowView } from '../../../shared/people/roster';
import type { RosterRowDocument } from '../documents';
import { maskPhone } from '../rules/mask-phone';
import { phoneInRow } from './row-weighing';

/** A row as HR sees it: of a phone only the last four digits leave the function. */
export function rowView(row: RosterRowDocument): RosterRowView {
  const phone = phoneInRow(row);
  return { ...row, reading: { ...row.reading, phone: phone === null ? null : maskPhone(phone) } };
}
