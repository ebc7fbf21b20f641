import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { companyId } from '../documents';
import { store } from '../store';

export const readCompanyName: Handler<PeopleContract['readCompanyName']> = async () => ({
  name: (await store.companies.read(companyId))?.name ?? null,
});
