import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { ledger } from '../store';

export const listLedger: Handler<PointsContract['listLedger']> = ({ cursor, limit }, { caller }) => {
  const { personId } = personOf(caller);
  return ledger.page({ where: { personId }, sortedBy: 'sort', direction: 'desc', cursor, limit });
};
