import type { Repair } from '../../../../shared/people/roster';
import type { CleaningContext } from './cleaning-rule';
import { cleaningRules } from './cleaning-rules';

/** A cell after all rules, with one repair for each rule that changed it. */
export function cleanCell(cell: string, context: CleaningContext): { value: string; repairs: Repair[] } {
  let value = cell;
  const repairs: Repair[] = [];
  for (const { name, fields, clean } of cleaningRules) {
    if (fields !== 'every' && !fields.includes(context.field)) continue;
    const cleaned = clean(value, context);
    if (cleaned !== value) repairs.push({ rule: name, field: context.field, from: value, to: cleaned });
    value = cleaned;
  }
  return { value, repairs };
}
