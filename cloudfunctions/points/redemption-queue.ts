import type { InputOf } from '../../shared/kernel/contract';
import type { Reach } from '../../shared/people/identity';
import type { PointsContract } from '../../shared/points/contract';
import { is, type Where } from '../platform/db';

type Asked = Pick<InputOf<PointsContract['listRedemptions']>, 'state' | 'branchId' | 'handing'>;

/** What somebody with this reach may see of what they asked for. A branch out of reach has nothing in it. */
export function queueWhere({ state, branchId, handing }: Asked, reach: Reach): Where {
  const branches = reach === 'everywhere' ? null : [...reach];
  const wanted = branchId === undefined ? branches : (branches ?? [branchId]).filter((id) => id === branchId);
  const [only, ...more] = wanted ?? [];
  const within = wanted === null ? {} : { branchId: only && more.length === 0 ? only : is.among(wanted) };
  return { state, ...within, ...(handing === undefined ? {} : { handing }) };
}
