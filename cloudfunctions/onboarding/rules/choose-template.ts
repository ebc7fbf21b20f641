import type { MatchReason } from '../../../shared/onboarding/template';
import type { StoredTemplate } from '../documents';

/** What of a new hire decides. */
interface Place {
  position: string;
  departmentName: string;
  branchId: string;
}

/** A position says more than a department, a department more than a branch. */
const weights: Record<MatchReason, number> = { position: 4, department: 2, branch: 1 };

/** What of a person a template names; null when it names somebody else. */
function matchReasons(template: Pick<StoredTemplate, keyof Place>, place: Place): MatchReason[] | null {
  const { position, departmentName, branchId } = template;
  const named: [MatchReason, string | null, string][] = [
    ['position', position, place.position],
    ['department', departmentName, place.departmentName],
    ['branch', branchId, place.branchId],
  ];
  if (named.some(([, wanted, is]) => wanted !== null && wanted !== is)) return null;
  return named.flatMap(([reason, wanted]) => (wanted === null ? [] : [reason]));
}

/** The template that names most of this person, and what it names; null when none is meant for them. */
export function chooseTemplate(
  templates: readonly StoredTemplate[],
  place: Place,
): { template: StoredTemplate; why: MatchReason[] } | null {
  const weightOf = (why: readonly MatchReason[]) => why.reduce((sum, reason) => sum + weights[reason], 0);
  const fitting = templates.flatMap((template) => {
    const why = template.isRetired ? null : matchReasons(template, place);
    return why === null ? [] : [{ template, why }];
  });
  return fitting.sort((one, other) => weightOf(other.why) - weightOf(one.why))[0] ?? null;
}
