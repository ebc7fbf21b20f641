import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

/** An employment has one run, and a person one employment at a time. */
export const readBuddies: Handler<OnboardingContract['readBuddies']> = async ({ personIds }) => {
  const where = { personId: is.among([...new Set(personIds)]), isOpen: true };
  const runs = await store.runs.list({ where, limit: personIds.length, fields: ['personId', 'buddy'] });
  return { items: runs.map(({ personId, buddy }) => ({ personId, buddyId: buddy.personId })) };
};
