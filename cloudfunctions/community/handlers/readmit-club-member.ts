import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { clubViewerOf, ownClub } from '../own-club';
import { checkOpen, clubView } from '../rules/club';
import { clubs } from '../store';

export const readmitClubMember: Handler<CommunityContract['readmitClubMember']> = async (
  { clubId, personId, requestId },
  { caller },
) => {
  checkOpen(await ownClub(clubId, caller));
  const lifted = { removals: by.pulling({ personId }), lastRequestId: requestId };
  const changed = await clubs.changeOne({ _id: clubId, state: 'open' }, lifted);
  return clubView(changed ?? refuse('club_closed'), clubViewerOf(caller));
};
