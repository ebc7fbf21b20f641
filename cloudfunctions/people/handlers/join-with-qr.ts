import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { joinAs } from '../joining/join-as';
import { tokenHashOf } from '../joining/joining-secrets';
import { store } from '../store';

export const joinWithQr: Handler<PeopleContract['joinWithQr']> = async ({ token, requestId }, { caller, now }) => {
  const find = async () => {
    const [code] = await store.joiningCodes.list({ where: { tokenHash: tokenHashOf(token) }, limit: 1 });
    return code ?? null;
  };
  return joinAs({ find, requestId, caller, now });
};
