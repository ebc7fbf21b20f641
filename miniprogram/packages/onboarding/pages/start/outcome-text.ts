import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import { ownerInWords } from '../../wording/boarding';

type Outcome = OutputOf<OnboardingContract['startRuns']>['items'][number];

/** What became of one start, in a sentence that says what to do. */
export function outcomeText({ outcome, role }: Outcome): string {
  switch (outcome) {
    case 'started':
      return '已开始';
    case 'there':
      return '已经开始过了';
    case 'personNotFound':
      return '没有找到，可能已经离职';
    case 'dayMissing':
      return '还没有入职日期，先在花名册里填上';
    case 'noTemplate':
      return '没有适用的模板，先去「入职模板」载入一份';
    case 'buddyNotHere':
      return '伙伴要选一位在职的同事';
    case 'roleUnfilled':
      return role === 'manager'
        ? '还没有直属上级，先在花名册里填上'
        : `没有人负责${role === null ? '' : ownerInWords[role]}，先去授予权限`;
  }
}

export const isBegun = ({ outcome }: Outcome) => outcome === 'started' || outcome === 'there';
