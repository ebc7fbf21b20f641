import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { companyId } from '../documents';
import { store } from '../store';

export const readCompany: Handler<PeopleContract['readCompany']> = async () => ({
  company: (await store.companies.read(companyId)) ?? null,
});
