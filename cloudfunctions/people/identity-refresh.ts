import { isDeepStrictEqual } from 'node:util';
import { is } from '../platform/db';
import { type BoundIdentity, readIdentitiesOf, refreshIdentity } from '../platform/identity';
import { askInChunks, fewAtATime } from './roster/chunks';
import { latestEmploymentsOf, personsById } from './roster/known-people';
import { identityFacts, reportingStatuses } from './rules/identity-facts';
import { store } from './store';

/** As many identities as platform/identity.ts reads in one request. */
const identitiesAtOnce = 100;

/** Whether somebody present reports to this employment. */
export async function isManagerNow(employmentId: string): Promise<boolean> {
  const [report] = await store.employments.list({
    where: { managerEmploymentId: employmentId, status: is.among(reportingStatuses) },
    limit: 1,
  });
  return report !== undefined;
}

/**
 * Brings the identities of these persons in line with their records: rights end when a roster says that somebody left,
 * and managers become managers. Persons who never joined have none and cost nothing more.
 */
export async function refreshIdentities(personIds: Iterable<string>): Promise<number> {
  const bound = await askInChunks(personIds, identitiesAtOnce, readIdentitiesOf);
  const ids = bound.map(({ personId }) => personId);
  const employments = await latestEmploymentsOf(ids);
  const persons = await personsById(ids);
  let refreshed = 0;
  await fewAtATime(bound, async (identity: BoundIdentity) => {
    const { personId, boundAt } = identity;
    const [person, employment] = [persons.get(personId), employments.get(personId)];
    if (!person || !employment) return;
    const facts = identityFacts(person, employment, await isManagerNow(employment._id));
    if (isDeepStrictEqual({ ...identity }, { ...facts, boundAt })) return;
    await refreshIdentity(personId, facts);
    refreshed += 1;
  });
  return refreshed;
}
