import type { TemplateRow } from '../../../shared/offboarding/template';
import { refuse } from '../../../shared/refusal';

/** What no clearance may lack: the handover, one certificate on the last day, and what the law gives fifteen days. */
export function checkTemplate(rows: readonly TemplateRow[]): void {
  const count = (kind: TemplateRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const certificate = rows.find(({ kind }) => kind === 'certificate');
  const isComplete = count('handover') >= 1 && count('certificate') === 1 && count('statutory') >= 1;
  const isInTime = rows.every(({ kind, offsetDays }) => kind !== 'statutory' || (offsetDays >= 0 && offsetDays <= 15));
  if (!isComplete || !isInTime || certificate?.offsetDays !== 0) refuse('clearance_template_incomplete');
}
