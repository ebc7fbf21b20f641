import { Day } from '../../../../shared/kernel/scalar';
import { EmploymentStatus } from '../../../../shared/people/model';
import type { Repair, RosterField, RosterRowView } from '../../../../shared/people/roster';
import { cleanCell } from '../cleaning/clean-cell';
import { type CleaningContext, dateFields } from '../cleaning/cleaning-rule';
import { isPhone } from '../cleaning/phone-formatted';
import { maskPhone } from '../mask-phone';

type Rejection = RosterRowView['rejections'][number];

/** What a row says: a field that is absent says nothing, null says that there is none. */
export type RowSaying = Partial<Record<RosterField, string | null>>;

export interface CleanedRow {
  saying: RowSaying;
  repairs: Repair[];
  rejections: Rejection[];
}

const longestCell = 200;
const lengthLimits = { name: 40, departmentName: 60, position: 60, managerName: 40, exitReason: 100 } as const;

/** Words that stand where nothing is to be said. */
const saysNothing = /^(?:-+|\/|—+|无|空|null|none|n\/?a|#n\/a|至今|长期|present)$/i;
/** `N/A - still employed`: a reason column that says that there is no reason. */
const saysNoReason = /^n\/a\b/i;

function problemOf(field: RosterField, value: string): Rejection['reason'] | null {
  if (field === 'employeeNumber') return /^[A-Za-z0-9-]{1,32}$/.test(value) ? null : 'numberUnusable';
  if (field === 'phone') return isPhone(value) ? null : 'phoneUnreadable';
  if (field === 'status') return EmploymentStatus.safeParse(value).success ? null : 'statusUnknown';
  if ((dateFields as readonly RosterField[]).includes(field)) {
    return Day.safeParse(value).success ? null : 'dateUnreadable';
  }
  if (field === 'name' && value.length > lengthLimits.name) return 'nameTooLong';
  if (field === 'departmentName' && value.length > lengthLimits.departmentName) return 'departmentTooLong';
  if (field === 'position' && value.length > lengthLimits.position) return 'positionTooLong';
  if (field === 'managerName' || field === 'exitReason') {
    return value.length > lengthLimits[field] ? 'cellTooLong' : null;
  }
  return null;
}

const shown = ({ rule, field, from, to }: Repair): Repair =>
  field === 'phone' ? { rule, field, from: maskPhone(from), to: maskPhone(to) } : { rule, field, from, to };

/** Cleans the cells of one row. `contexts` names the field, day and date order of every column that is imported. */
export function cleanRow(cells: readonly string[], contexts: ReadonlyMap<number, CleaningContext>): CleanedRow {
  const saying: RowSaying = {};
  const repairs: Repair[] = [];
  const rejections: Rejection[] = [];
  for (const [index, context] of contexts) {
    const { field } = context;
    const cell = cells[index] ?? '';
    if (cell.length > longestCell && cell.trim().length > longestCell) {
      rejections.push({ reason: 'cellTooLong', field });
      continue;
    }
    const cleaned = cleanCell(cell.slice(0, longestCell), context);
    const { value } = cleaned;
    if (field === 'exitReason' && saysNoReason.test(value)) {
      saying.exitReason = null;
      continue;
    }
    if (value === '' || (field !== 'employeeNumber' && field !== 'name' && saysNothing.test(value))) continue;
    repairs.push(...cleaned.repairs.map(shown));
    const problem = problemOf(field, value);
    if (problem !== null) rejections.push({ reason: problem, field });
    else saying[field] = value;
  }
  if (saying.employeeNumber === undefined && !rejections.some(({ field }) => field === 'employeeNumber')) {
    rejections.push({ reason: 'numberMissing', field: 'employeeNumber' });
  }
  return { saying, repairs, rejections };
}
