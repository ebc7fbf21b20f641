import type { Audience } from '../../shared/people/audience';
import type { Me } from '../../shared/people/model';

/** For whom somebody's HR publishes unless they say otherwise: HR of a branch for that branch only. */
export function firstAudience({ roles, person }: Me): Audience {
  return roles.includes('hr') ? { kind: 'everybody' } : { kind: 'branch', branchId: person?.branchId ?? '' };
}

export function audienceInWords(audience: Audience): string {
  switch (audience.kind) {
    case 'everybody':
      return '全体同事';
    case 'managers':
      return '主管';
    case 'branch':
      return '分公司';
    case 'departments':
      return audience.departmentNames.join('、');
  }
}
