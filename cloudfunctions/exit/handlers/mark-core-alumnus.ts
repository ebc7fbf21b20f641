import type { ExitContract } from '../../../shared/exit/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { alumnusView } from '../alumni-record';
import { store } from '../store';
import { branchesWithin } from '../within-reach';

export const markCoreAlumnus: Handler<ExitContract['markCoreAlumnus']> = async ({ personId, isCore }, { caller }) => {
  const where = { _id: personId, isListed: true, ...branchesWithin(caller.reach) };
  const marked = await store.alumni.changeOne(where, { isCore });
  return marked ? alumnusView(marked) : refuse('alumnus_not_found');
};
