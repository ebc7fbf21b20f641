import { type ValuedGift, valueHeader, valueRow, valuesByPerson } from '../../shared/kernel/value-sheet';
import { refuse } from '../../shared/refusal';
import { type BoundIdentity, readIdentitiesOf } from './identity';
import { spreadsheetOf } from './spreadsheet';

/** So many fit into one answer with room to spare. */
const mostPersons = 5_000;
const idsAtOnce = 100;

/** Whom a context knows by name although they may have left. */
export type KnownPersons = ReadonlyMap<string, { personName: string; branchId?: string }>;

export interface MadeSheet {
  persons: number;
  totalFen: number;
  csv: string;
}

/** 计税价值 of a month for payroll, one line a person: refused with `value_sheet_too_long` beyond 5,000 of them. */
export async function valueSheetOf(
  month: string,
  gifts: readonly ValuedGift[],
  named: KnownPersons,
): Promise<MadeSheet> {
  const rows = valuesByPerson(gifts);
  if (rows.length > mostPersons) refuse('value_sheet_too_long');
  const known = await identitiesOf(rows.map(({ personId }) => personId));
  const lines = rows.map((row) => {
    const [identity, name] = [known.get(row.personId), named.get(row.personId)];
    return valueRow(month, {
      ...row,
      employeeNumber: identity?.employeeNumber ?? row.personId,
      personName: name?.personName ?? identity?.name ?? '已离开的同事',
      branchId: name?.branchId ?? identity?.branchId ?? '',
    });
  });
  const totalFen = rows.reduce((sum, { valueFen }) => sum + valueFen, 0);
  return { persons: rows.length, totalFen, csv: spreadsheetOf(valueHeader, lines) };
}

/** Payroll knows people by number; those who have left the app are told by the id of their record. */
async function identitiesOf(personIds: readonly string[]): Promise<Map<string, BoundIdentity>> {
  const known = new Map<string, BoundIdentity>();
  for (let start = 0; start < personIds.length; start += idsAtOnce) {
    for (const one of await readIdentitiesOf(personIds.slice(start, start + idsAtOnce))) known.set(one.personId, one);
  }
  return known;
}
