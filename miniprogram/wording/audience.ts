import type { Audience } from '../../shared/people/audience';
import type { Me } from '../../shared/people/model';
import { ownBranchOf } from './branch';

/** For whom somebody's HR publishes unless they say otherwise: HR of a branch for that branch only. */
export function firstAudience(me: Me): Audience {
  return me.roles.includes('hr') ? { kind: 'everybody' } : { kind: 'branches', branchIds: [ownBranchOf(me) ?? ''] };
}

/** Departments or branches were to be named, and none is. */
export function isNobody(audience: Audience): boolean {
  const named = audience.kind === 'departments' ? audience.departmentNames : null;
  return (audience.kind === 'branches' ? audience.branchIds : named)?.length === 0;
}

export function audienceInWords(audience: Audience): string {
  switch (audience.kind) {
    case 'everybody':
      return '全体同事';
    case 'managers':
      return '主管';
    case 'branches':
      return audience.branchIds.length > 1 ? `${audience.branchIds.length} 家分公司` : '分公司';
    case 'departments':
      return audience.departmentNames.join('、');
  }
}
