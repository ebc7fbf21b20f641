import { firstBranchOf } from '../../shared/people/identity';
import type { Me } from '../../shared/people/model';
import type { Caller } from '../platform/caller';

/** What somebody's own phone is told of them. */
export const meOf = ({ roles, reach, person }: Pick<Caller, 'roles' | 'reach'> & Pick<Me, 'person'>): Me => ({
  ...{ roles: [...roles], hrBranchId: firstBranchOf(reach), person },
});
