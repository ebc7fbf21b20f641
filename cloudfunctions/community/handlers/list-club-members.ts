import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { clubViewerOf, colleaguesAmong } from '../own-club';
import { checkMaySeeMembers, mayRun, membersShown, removalsShown } from '../rules/club';
import { clubs } from '../store';

/** The members stand in the club, so every page costs the club and the names of those on it. */
export const listClubMembers: Handler<CommunityContract['listClubMembers']> = async (
  { clubId, cursor, limit },
  { caller, now },
) => {
  const viewer = clubViewerOf(caller);
  const club = (await clubs.read(clubId)) ?? refuse('club_not_found');
  checkMaySeeMembers(club, viewer);
  const after = cursor ?? '';
  const waiting = club.memberIds.filter((personId) => personId > after).sort();
  const ids = waiting.slice(0, limit);
  const mayOrganise = mayRun(club, viewer);
  const isWithRemovals = mayOrganise && cursor === undefined;
  const removedIds = isWithRemovals ? club.removals.map(({ personId }) => personId) : [];
  const known = await colleaguesAmong([...ids, ...removedIds], now);
  return {
    items: membersShown(club, ids, known),
    next: waiting.length > ids.length ? (ids.at(-1) ?? null) : null,
    mayOrganise,
    removed: isWithRemovals ? removalsShown(club, known) : [],
  };
};
