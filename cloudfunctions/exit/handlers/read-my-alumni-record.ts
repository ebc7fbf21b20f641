import type { ExitContract } from '../../../shared/exit/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { myRecord } from '../alumni-record';
import { store } from '../store';

export const readMyAlumniRecord: Handler<ExitContract['readMyAlumniRecord']> = async (_, { caller }) => {
  const alumnus = await store.alumni.read(personOf(caller).personId);
  return { record: alumnus && myRecord(alumnus) };
};
