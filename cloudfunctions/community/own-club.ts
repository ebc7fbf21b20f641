import { dayOf } from '../../shared/kernel/day';
import { rolesOn } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import { type BoundIdentity, readIdentitiesOf } from '../platform/identity';
import { judgeText } from './checking/judge-text';
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

/** Those of them (at most 100) who work here today and have joined. One request. */
export async function colleaguesAmong(personIds: readonly string[], now: Date): Promise<BoundIdentity[]> {
  const identities = await readIdentitiesOf([...new Set(personIds)]);
  const today = dayOf(now);
  return identities.filter((identity) => rolesOn(today, identity).includes('employee'));
}

/** Colleagues who work here now and can run a club. One request. */
export async function newOrganisers(personIds: readonly string[], now: Date): Promise<StoredClub['organisers']> {
  return organisersOf(personIds, await colleaguesAmong(personIds, now));
}

/** Organisers' words are checked, and only harmless ones stand; HR writes as in articles. */
export async function checkWords(text: string, caller: Caller, now: Date): Promise<void> {
  const { personId, isHr } = clubViewerOf(caller);
  const check = isHr ? 'pass' : await judgeText(personId, text, now);
  if (check === 'waiting') return refuse('wait_and_repeat');
  if (check !== 'pass') return refuse('text_refused');
}
