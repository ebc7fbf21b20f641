import type { ExitContract } from '../../../shared/exit/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const eraseMyAlumniRecord: Handler<ExitContract['eraseMyAlumniRecord']> = async (_, { caller }) => {
  await store.alumni.removeAll({ _id: personOf(caller).personId });
  return {};
};
