import type { OutputOf } from '../../../shared/kernel/contract';
import type { GrantableRole } from '../../../shared/kernel/role';
import type { Branch } from '../../../shared/people/branch-calls';
import type { PeopleContract } from '../../../shared/people/contract';
import type { Employment } from '../../../shared/people/model';
import { branchInWords } from '../../wording/branch';
import { dayInWords, momentInWords, todayOf } from '../../wording/day';
import { placeInWords } from '../../wording/place';
import { roleInWords, roleMeaning, statusInWords, statusTheme } from './wording/employment';

export type PersonRecord = OutputOf<PeopleContract['readPerson']>;

const hasEnded = ({ status }: Pick<Employment, 'status'>) => status === 'left' || status === 'alumni';
const roleView = (role: GrantableRole) => ({ role, text: roleInWords[role], meaning: roleMeaning[role] });

/** A role once, and for a branch's HR which branches. */
function rolesHeld({ grants }: PersonRecord, branches: readonly Branch[]) {
  return [...new Set(grants.map(({ role }) => role))].map((role) => {
    const names = grants.flatMap((grant) =>
      grant.role === role && grant.branchId !== null ? branchInWords(grant.branchId, branches) : [],
    );
    return names.length === 0 ? roleView(role) : { ...roleView(role), meaning: `负责${names.join('、')}` };
  });
}

/** The employment that counts today: one that has not ended, else the latest. */
function currentEmployment({ employments }: PersonRecord): Employment | undefined {
  const latestFirst = [...employments].sort((a, b) => b.stint - a.stint);
  return latestFirst.find((employment) => !hasEnded(employment)) ?? latestFirst[0];
}

function periodInWords({ dateOfJoining, relievingDate, status }: Employment, now: Date): string {
  const today = todayOf(now);
  const from = dateOfJoining ? dayInWords(dateOfJoining, today) : '入职日期未填';
  const until = relievingDate ? dayInWords(relievingDate, today) : hasEnded({ status }) ? '已离职' : '至今';
  return `${from} – ${until} · ${statusInWords[status]}`;
}

function joiningInWords({ joinedAt, joiningCode }: PersonRecord, mayIssue: boolean, now: Date): string {
  if (joinedAt) return `${momentInWords(joinedAt, now)} 已加入`;
  const live = joiningCode && !joiningCode.usedAt && joiningCode.expiresAt > now.toISOString();
  if (live) return `还没有加入。入职码已发放，${momentInWords(joiningCode.expiresAt, now)} 前有效。`;
  return mayIssue ? '还没有加入。发一个入职码，本人就能加入。' : '没有加入。';
}

/** A person's record as HR reads it. */
export function personView(record: PersonRecord, branches: readonly Branch[], now: Date) {
  const current = currentEmployment(record);
  const { allowed, grants, joiningCode } = record;
  const held = grants.map(({ role }) => role);
  // Of several branches somebody can be HR one after another.
  const isGrantable = (role: GrantableRole) => !held.includes(role) || (role === 'branchHr' && branches.length > 1);
  const mayIssue = allowed.includes('issueJoiningCode');
  return {
    name: record.name,
    place: current ? placeInWords(current) : '',
    statusText: current ? statusInWords[current.status] : '',
    statusTheme: current ? statusTheme[current.status] : 'default',
    employmentId: current?._id ?? '',
    branchId: current?.branchId ?? null,
    branch: current ? branchInWords(current.branchId, branches) : '',
    mayMove: allowed.includes('moveToBranch') && branches.length > 1,
    employeeNumber: current?.employeeNumber ?? '',
    phone: record.phone ?? '花名册里没有',
    birthday: record.birthOn ? dayInWords(record.birthOn, todayOf(now)) : '',
    manager: current?.managerName ?? '未填写',
    joining: joiningInWords(record, mayIssue, now),
    liveCode: joiningCode !== null && joiningCode.usedAt === null && joiningCode.expiresAt > now.toISOString(),
    mayIssue,
    mayMoveStart: allowed.includes('moveFirstDay'),
    firstDay: current?.dateOfJoining ?? '',
    isComing: current?.status === 'preboarding',
    startsRun: current?.status === 'preboarding' || current?.status === 'probation',
    mayUnbind: allowed.includes('unbindPerson'),
    mayGrant: allowed.includes('grantRole'),
    mayEnd: current !== undefined && ['probation', 'active', 'onLeave'].includes(current.status),
    roles: rolesHeld(record, branches),
    grantable: (Object.keys(roleInWords) as GrantableRole[]).filter(isGrantable).map(roleView),
    employments: [...record.employments]
      .sort((a, b) => b.stint - a.stint)
      .map((employment) => ({
        _id: employment._id,
        place: placeInWords(employment),
        period: periodInWords(employment, now),
        exitReason: employment.exitReason ?? '',
        ended: hasEnded(employment),
      })),
  };
}
