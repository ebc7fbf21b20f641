import type { Day } from '../../../../shared/kernel/scalar';
import { EmploymentStatus } from '../../../../shared/people/model';
import type { RosterColumn, RosterField } from '../../../../shared/people/roster';
import type { Table } from '../../../platform/table/read-table';
import { cleanCell } from '../cleaning/clean-cell';
import { type CleaningContext, dateFields } from '../cleaning/cleaning-rule';
import { dateOrders, type OrderEvidence, orderEvidence } from '../cleaning/date-order';
import { type KnownName, roughName } from './manager-name';

/** What only the file as a whole can tell; worked out again for every piece, always with the same result. */
export interface RosterFacts {
  contexts: ReadonlyMap<number, CleaningContext>;
  /** The first row with each employee number. */
  firstRowByNumber: ReadonlyMap<string, number>;
  /** Who is in the file, by name: a manager must be one of them or known already. */
  peopleByName: ReadonlyMap<string, readonly KnownName[]>;
  /** The same people by first and last word of the name, for managers who are written a little differently. */
  peopleByRoughName: ReadonlyMap<string, readonly KnownName[]>;
  /** The reason column says something in most rows, so that an empty cell in it is a gap and not a habit. */
  reasonsAreKept: boolean;
  departments: number;
  managers: number;
  managersInFile: number;
}

const keptReasons = 0.9;

function contextsOf(table: Table, columns: readonly RosterColumn[], today: Day): Map<number, CleaningContext> {
  const evidence = new Map<number, OrderEvidence>();
  const dates: readonly RosterField[] = dateFields;
  for (const { index, field } of columns) {
    if (field === null || !dates.includes(field)) continue;
    evidence.set(index, orderEvidence(table.rows.map((row) => row[index]?.trim() ?? '')));
  }
  const orders = dateOrders(evidence);
  return new Map(
    columns.flatMap(({ index, field }) =>
      field === null ? [] : [[index, { field, today, dateOrder: orders.get(index) ?? 'monthFirst' }] as const],
    ),
  );
}

function groupedBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Reads the file as a whole once. */
export function rosterFacts(table: Table, columns: readonly RosterColumn[], today: Day): RosterFacts {
  const contexts = contextsOf(table, columns, today);
  const indexes = new Map([...contexts].map(([index, { field }]) => [field, index]));
  const cleaned = (row: readonly string[], field: RosterField): string => {
    const index = indexes.get(field);
    const context = index === undefined ? undefined : contexts.get(index);
    return index === undefined || !context ? '' : cleanCell((row[index] ?? '').slice(0, 200), context).value;
  };
  const firstRowByNumber = new Map<string, number>();
  const people: KnownName[] = [];
  const departments = new Set<string>();
  const managers = new Set<string>();
  let reasons = 0;
  table.rows.forEach((row, position) => {
    const employeeNumber = cleaned(row, 'employeeNumber');
    const name = cleaned(row, 'name');
    const isFirst = employeeNumber !== '' && !firstRowByNumber.has(employeeNumber);
    if (isFirst) firstRowByNumber.set(employeeNumber, position + 1);
    if (isFirst && name !== '') {
      const left = EmploymentStatus.safeParse(cleaned(row, 'status')).data === 'left';
      people.push({ name, employeeNumber, left });
    }
    departments.add(cleaned(row, 'departmentName'));
    managers.add(cleaned(row, 'managerName'));
    if (cleaned(row, 'exitReason') !== '') reasons += 1;
  });
  const peopleByName = groupedBy(people, ({ name }) => name);
  departments.delete('');
  managers.delete('');
  return {
    contexts,
    firstRowByNumber,
    peopleByName,
    peopleByRoughName: groupedBy(people, ({ name }) => roughName(name)),
    reasonsAreKept: indexes.has('exitReason') && reasons >= table.rows.length * keptReasons,
    departments: departments.size,
    managers: managers.size,
    managersInFile: [...managers].filter((manager) => peopleByName.has(manager)).length,
  };
}
