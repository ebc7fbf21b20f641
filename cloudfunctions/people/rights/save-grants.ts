import { instant } from '../../../shared/kernel/day';
import type { RoleGrant } from '../../../shared/people/model';
import { by } from '../../platform/db';
import type { PersonDocument } from '../documents';
import type { PersonRecord } from '../person-record';
import { isKnownRequest } from '../rules/known-request';
import { store } from '../store';
import { finishPending } from './finish-pending';

/** How many requests a person remembers: more than could be repeated by anybody's impatience. */
export const requestsKept = 20;

export interface GrantChange {
  requestId: string;
  /** What the request does, to tell its repeat from its misuse. */
  what: string;
  decide(record: PersonRecord): RoleGrant[];
}

async function written({ person }: PersonRecord, grants: RoleGrant[], change: GrantChange, now: Date) {
  return store.persons.changeOne(
    { _id: person._id, lastRequestId: person.lastRequestId, pending: null },
    {
      grants,
      lastRequestId: change.requestId,
      pending: 'rights',
      pendingSince: instant(now),
      requests: by.appending([{ id: change.requestId, what: change.what }], requestsKept),
    },
  );
}

/**
 * Writes a person's rights with the intent to carry them over to the identity, and does so at once. What a kill leaves
 * behind, the sweep carries over. Of two changes at the same time the later one decides on what the first one wrote.
 */
export async function saveGrants(
  find: () => Promise<PersonRecord>,
  change: GrantChange,
  now: Date,
): Promise<{ grants: RoleGrant[] }> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const record = await find();
    const { grants: present, requests } = record.person;
    if (isKnownRequest(requests ?? [], change.requestId, change.what)) return { grants: present };
    const grants = change.decide(record);
    const saved: PersonDocument | null = await written(record, grants, change, now);
    if (!saved) continue;
    await finishPending(saved);
    return { grants };
  }
  throw new Error('the rights of one person were changed five times while this change was being made');
}
