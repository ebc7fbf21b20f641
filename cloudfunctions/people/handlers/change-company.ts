import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { type CompanyDocument, companyId } from '../documents';
import { store } from '../store';

/** One conditional write: of two HR who saw the same text, the second is told instead of overwriting the first. */
export const changeCompany: Handler<PeopleContract['changeCompany']> = async (input) => {
  const { requestId, seenVersion, ...written } = input;
  const company: CompanyDocument = { _id: companyId, ...written, version: seenVersion + 1, requestId };
  const { _id, ...change } = company;
  const saved =
    seenVersion === 0
      ? await store.companies.insert(company)
      : (await store.companies.changeOne({ _id, version: seenVersion }, change)) !== null;
  if (saved) return company;
  const standing = await store.companies.read(companyId);
  return standing?.requestId === requestId ? standing : refuse('company_changed');
};
