import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import { readIdentitiesOf } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { monthAfter } from '../rules/board/forecast';
import { beginningOf } from '../rules/board/stored-day';
import { valueSheet, valuesByPerson } from '../rules/board/value-sheet';
import type { StoredRedemption } from '../rules/redemption';
import { redemptions } from '../store';

const redemptionsAtOnce = 500;
/** So many fit into one answer with room to spare. */
const mostRedemptions = 10_000;
const mostPersons = 5_000;
const idsAtOnce = 100;

export const exportRedemptionValues: Handler<PointsContract['exportRedemptionValues']> = async ({ month }) => {
  const handedOut = await fulfilledIn(month);
  const valued = handedOut.filter(({ valueFen }) => valueFen > 0);
  const rows = valuesByPerson(valued);
  if (rows.length > mostPersons) refuse('value_sheet_too_long');
  const numbers = await employeeNumbersOf(rows.map(({ personId }) => personId));
  const numbered = rows.map((row) => ({ ...row, employeeNumber: numbers.get(row.personId) ?? row.personId }));
  return {
    month,
    persons: rows.length,
    totalFen: rows.reduce((sum, { valueFen }) => sum + valueFen, 0),
    withoutValue: handedOut.length - valued.length,
    csv: valueSheet(month, numbered),
  };
};

/** What was handed out in a month and kept, by the day it was handed out. */
async function fulfilledIn(month: string): Promise<StoredRedemption[]> {
  const found: StoredRedemption[] = [];
  const closedAt = is.between(beginningOf(`${month}-01`), beginningOf(`${monthAfter(month, 1)}-01`));
  for (;;) {
    const where = { state: 'fulfilled', closedAt };
    const some = await redemptions.list({ where, sortedBy: 'closedAt', limit: redemptionsAtOnce, skip: found.length });
    found.push(...some);
    if (found.length > mostRedemptions) refuse('value_sheet_too_long');
    if (some.length < redemptionsAtOnce) return found;
  }
}

/** Payroll knows people by number; those who have left the app are told by the id of their record. */
async function employeeNumbersOf(personIds: readonly string[]): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for (let start = 0; start < personIds.length; start += idsAtOnce) {
    for (const one of await readIdentitiesOf(personIds.slice(start, start + idsAtOnce))) {
      numbers.set(one.personId, one.employeeNumber);
    }
  }
  return numbers;
}
