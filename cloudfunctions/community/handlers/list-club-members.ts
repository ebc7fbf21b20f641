import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import { personsNamed } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { clubViewerOf, colleaguesAmong } from '../own-club';
import { checkMaySeeMembers, mayRun, membersInOrder, membersShown, pageOfMembers, removalsShown } from '../rules/club';
import { clubs } from '../store';

/** The members stand in the club: a page costs the club and the names of those on it, and a search who is so called. */
export const listClubMembers: Handler<CommunityContract['listClubMembers']> = async (
  { clubId, search, cursor, limit },
  { caller, now },
) => {
  const viewer = clubViewerOf(caller);
  const club = (await clubs.read(clubId)) ?? refuse('club_not_found');
  checkMaySeeMembers(club, viewer);
  const everybody = membersInOrder(club);
  const found = search === undefined ? null : await personsNamed(search, everybody);
  const ordered = found ? everybody.filter((personId) => found.has(personId)) : everybody;
  const { ids, next } = pageOfMembers(ordered, cursor, limit);
  const mayOrganise = mayRun(club, viewer);
  const isWithRemovals = mayOrganise && cursor === undefined && search === undefined;
  const removedIds = isWithRemovals ? club.removals.map(({ personId }) => personId) : [];
  const known = await colleaguesAmong([...ids, ...removedIds], now);
  return {
    items: membersShown(club, ids, known),
    next,
    mayOrganise,
    removed: isWithRemovals ? removalsShown(club, known) : [],
  };
};
