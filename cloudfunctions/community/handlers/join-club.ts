import { mostMembers } from '../../../shared/community/club-calls';
import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { clubViewerOf } from '../own-club';
import { checkMayJoin, clubView } from '../rules/club';
import { clubs } from '../store';

/** One update of one set: repeats and races count nobody twice. */
export const joinClub: Handler<CommunityContract['joinClub']> = async ({ clubId, isMember }, { caller }) => {
  const viewer = clubViewerOf(caller);
  const { personId } = viewer;
  const mayEnter = { [`memberIds.${mostMembers - 1}`]: is.absent(), 'removals.personId': is.not(personId) };
  const club = await clubs.changeOne(
    { _id: clubId, state: 'open', ...(isMember ? mayEnter : {}) },
    { memberIds: isMember ? by.joining(personId) : by.pulling(personId) },
  );
  if (club) return clubView(club, viewer);
  const found = (await clubs.read(clubId)) ?? refuse('club_not_found');
  checkMayJoin(found, personId);
  return found.memberIds.includes(personId) ? clubView(found, viewer) : refuse('club_full', { members: mostMembers });
};
