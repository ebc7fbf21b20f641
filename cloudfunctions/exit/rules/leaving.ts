import type { EmploymentEnded } from '../../../shared/exit/facts';
import type { Instant } from '../../../shared/kernel/scalar';
import type { EmploymentFacts } from '../../../shared/people/leavers';
import type { StoredInterview, StoredLeaving } from '../documents';

type Head = Pick<
  StoredLeaving,
  | '_id'
  | 'personId'
  | 'personName'
  | 'branchId'
  | 'departmentId'
  | 'departmentName'
  | 'position'
  | 'dateOfJoining'
  | 'relievingDate'
>;

function headOf(of: EmploymentFacts): Head {
  const { employmentId: _id, personId, name, branchId, departmentId, departmentName, position } = of;
  const { dateOfJoining, relievingDate } = of;
  return {
    ...{ _id, personId, personName: name, branchId, departmentId, departmentName, position },
    ...{ dateOfJoining, relievingDate },
  };
}

/** What the leaver said is the reason: on the form, else in the resignation. */
export function leaversReason(interview: StoredInterview | null, inLetter: string | null): string | null {
  const onForm = interview?.handedInAt ? interview.form?.reasonIds[0] : undefined;
  return onForm ?? inLetter ?? interview?.reasonId ?? null;
}

/** A leaving as offboarding tells it. */
export function endedLeaving(
  fact: EmploymentEnded,
  of: EmploymentFacts,
  interview: StoredInterview | null,
): StoredLeaving {
  const { kind, relievingDate, factId, at } = fact;
  return {
    ...headOf(of),
    ...{
      relievingDate,
      kind,
      words: null,
      wordsKey: null,
      reasonFrom: 'leaver',
      factId,
      notedAt: at,
      pendingSince: at,
    },
    reasonId: leaversReason(interview, fact.reasonId),
    managerReasonId: interview?.managerView?.reasonId ?? null,
  };
}

/** What a roster's words are known by, and what HR said that they mean. */
export interface WordsMeaning {
  wordsKey: string | null;
  reasonId: string | null;
}

/** A leaving of the past, of which only the roster tells. */
export function pastLeaving(of: EmploymentFacts, { wordsKey, reasonId }: WordsMeaning, at: Instant): StoredLeaving {
  return {
    ...headOf(of),
    ...{ kind: null, words: of.exitReason, wordsKey, reasonId, reasonFrom: 'words', managerReasonId: null },
    ...{ factId: null, notedAt: at, pendingSince: null },
  };
}
