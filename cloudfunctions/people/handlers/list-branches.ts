import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { readBranches } from '../branches';

export const listBranches: Handler<PeopleContract['listBranches']> = async () => ({ items: await readBranches() });
