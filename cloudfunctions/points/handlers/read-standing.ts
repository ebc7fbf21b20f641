import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { accounts } from '../store';

export const readStanding: Handler<PointsContract['readStanding']> = async ({ personId }) => {
  const account = await accounts.read(personId);
  return { lifetime: account?.lifetime ?? 0, balance: account?.balance ?? 0 };
};
