import type { SignedInBy } from '../../../shared/classroom/session';
import { instant } from '../../../shared/kernel/day';
import { partOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Part, StoredSession } from '../documents';
import { store } from '../store';
import { settle } from './settle';

/** How somebody was found to be there. */
export interface Sighting {
  personId: string;
  by: SignedInBy;
  lateMinutes: number;
}

/** Somebody is there: once, whoever says so first. Only who has a place. The session as it is afterwards. */
export async function signIn(session: StoredSession, sighting: Sighting, now: Date): Promise<StoredSession> {
  const { _id } = session;
  const { personId, by: signedInBy, lateMinutes } = sighting;
  if (partIn(session, personId)?.signedInAt) return session;
  const field = `parts.${partOf(personId)}`;
  const at = instant(now);
  const seen = await store.sessions.changeOne(
    { _id, state: 'open', memberIds: personId, [`${field}.signedInAt`]: null },
    {
      ...{ [`${field}.signedInAt`]: at, [`${field}.signedInBy`]: signedInBy, [`${field}.lateMinutes`]: lateMinutes },
      ...{ [`${field}.duties`]: by.joining('ask'), version: by.adding(1), pendingSince: at },
    },
  );
  if (seen) {
    await settle(seen, [personId], now);
    return seen;
  }
  const current = await store.sessions.read(_id);
  return current && partIn(current, personId)?.signedInAt ? current : refuse('sign_in_not_listed');
}

/** What stands of somebody who has a place. */
export function partIn({ memberIds, parts }: StoredSession, personId: string): Part | undefined {
  return memberIds.includes(personId) ? parts[partOf(personId)] : undefined;
}
