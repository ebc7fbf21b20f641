import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { rulesOf } from '../read-rules';
import { openAccount } from '../rules/account';
import { accountView } from '../rules/check-in';
import { viewedOn } from '../spending';
import { accounts } from '../store';

export const readAccount: Handler<PointsContract['readAccount']> = async (_input, { caller, now }) => {
  const { personId } = personOf(caller);
  const account = (await accounts.read(personId)) ?? openAccount(personId);
  return accountView(account, viewedOn(caller, now, await rulesOf(now)));
};
