import { type Paper, type PaperKind, promisedWorkdays, type VerifiedPaper } from '../../../shared/exit/papers';
import { dayOf, instant } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { addWorkdays } from '../../../shared/kernel/workday';
import type { EmploymentFacts } from '../../../shared/people/leavers';
import { refuse } from '../../../shared/refusal';
import type { PaperFacts, StoredPaper } from '../documents';

/** Who has a paper while nobody in particular took it. */
const atHr = '人力资源部';

/** A leaving certificate is about somebody who has left or leaves today; the others about somebody who works here. */
export function checkPaperFits(kind: PaperKind, of: EmploymentFacts, today: Day): void {
  const { status, relievingDate } = of;
  const isOver = status === 'left' || status === 'alumni' || (relievingDate !== null && relievingDate < today);
  const isLastDay = relievingDate === today;
  if (kind === 'leaving' && !isOver && !isLastDay) refuse('paper_not_yet');
  if (kind === 'employment' && isOver) refuse('paper_only_employed');
}

export interface Requesting {
  paperId: string;
  kind: PaperKind;
  purpose: string;
  now: Date;
}

export function requestedPaper(of: EmploymentFacts, { paperId: _id, kind, purpose, now }: Requesting): StoredPaper {
  const { personId, name, employmentId, branchId, departmentName } = of;
  const requestedAt = instant(now);
  return {
    ...{ _id, personId, personName: name, employmentId, branchId, departmentName, kind, purpose, requestedAt },
    ...{ state: 'requested', expectedOn: addWorkdays(dayOf(now), promisedWorkdays), ownerName: atHr, code: null },
    ...{ facts: null, issuedAt: null, declineReason: null, closedBy: null },
    ...{ sort: `${requestedAt}.${_id}`, desk: null, pendingSince: null },
  };
}

/** What the paper will say for good. */
export function paperFacts(
  of: EmploymentFacts,
  { companyName, sealFileId }: Pick<PaperFacts, 'companyName' | 'sealFileId'>,
  monthlyFen: string | null,
): PaperFacts {
  const { departmentName, position, dateOfJoining, relievingDate } = of;
  return { companyName, departmentName, position, dateOfJoining, relievingDate, monthlyFen, sealFileId };
}

export function paperView(paper: StoredPaper): Paper {
  const { _id, kind, state, personName, departmentName, purpose, requestedAt, expectedOn, ownerName } = paper;
  const { issuedAt, code, declineReason } = paper;
  return {
    ...{ _id, kind, state, personName, departmentName, purpose, requestedAt, expectedOn, ownerName, issuedAt },
    ...{ code, declineReason },
  };
}

/** The first sign of a name, and up to three stars for the rest. */
const masked = (name: string) => {
  const [first = ''] = [...name.trim()];
  return `${first}${'*'.repeat(Math.max(1, Math.min(3, [...name.trim()].length - 1)))}`;
};

/** What a stranger may learn; null for a paper that says nothing yet. */
export function verifiedPaper({ kind, personName, facts, issuedAt }: StoredPaper): VerifiedPaper | null {
  if (facts === null || issuedAt === null) return null;
  const { companyName, dateOfJoining, relievingDate } = facts;
  return {
    ...{ kind, companyName, dateOfJoining, maskedName: masked(personName), issuedOn: dayOf(issuedAt) },
    relievingDate: kind === 'leaving' ? relievingDate : null,
  };
}
