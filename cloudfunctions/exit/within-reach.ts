import type { Reach } from '../../shared/people/identity';
import { is, type Where } from '../platform/db';

/** The condition on `branchId` that keeps a list within somebody's reach. */
export function branchesWithin(reach: Reach): Where {
  return reach === 'everywhere' ? {} : { branchId: is.among([...reach]) };
}
