import { dayOf } from '../../shared/kernel/day';
import { rolesOn } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import { readIdentitiesOf } from '../platform/identity';
import { mayRun, organisersOf, type StoredClub } from './rules/club';
import { clubs } from './store';

export const clubViewerOf = (caller: Caller) => ({
  personId: personOf(caller).personId,
  isHr: caller.roles.includes('hr'),
});

/** A club that the caller may run. One request. */
export async function ownClub(clubId: string, caller: Caller): Promise<StoredClub> {
  const club = (await clubs.read(clubId)) ?? refuse('club_not_found');
  return mayRun(club, clubViewerOf(caller)) ? club : refuse('club_not_run');
}

/** Colleagues who work here now and can run a club. One request. */
export async function newOrganisers(personIds: readonly string[], now: Date): Promise<StoredClub['organisers']> {
  const identities = await readIdentitiesOf([...new Set(personIds)]);
  const today = dayOf(now);
  return organisersOf(
    personIds,
    identities.filter((identity) => rolesOn(today, identity).includes('employee')),
  );
}
