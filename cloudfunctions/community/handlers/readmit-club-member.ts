import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { clubViewerOf, ownClub } from '../own-club';
import { checkOpen, clubView } from '../rules/club';
import { clubs } from '../store';

/** One update lifts the removal and owes the word to them; of who may join already nobody is told again. */
export const readmitClubMember: Handler<CommunityContract['readmitClubMember']> = async (
  { clubId, personId, requestId },
  { caller, now },
) => {
  const viewer = clubViewerOf(caller);
  checkOpen(await ownClub(clubId, caller));
  const lifted = {
    ...{ removals: by.pulling({ personId }), readmitted: by.appending([{ personId, requestId }]) },
    ...{ duties: by.joining('tellReadmitted'), dutiesSince: instant(now), lastRequestId: requestId },
  };
  const changed = await clubs.changeOne({ _id: clubId, state: 'open', 'removals.personId': personId }, lifted);
  if (changed) return clubView(changed, viewer);
  const current = (await clubs.read(clubId)) ?? refuse('club_not_found');
  checkOpen(current);
  return clubView(current, viewer);
};
