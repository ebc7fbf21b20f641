import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { checkWords, clubViewerOf, ownClub } from '../own-club';
import { checkOpen, checkRemovable, clubView, withRemoval } from '../rules/club';
import { clubs } from '../store';

/** One update takes the member out, notes why, and owes the word to them: killed before it nothing happened. */
export const removeClubMember: Handler<CommunityContract['removeClubMember']> = async (
  { clubId, personId, reason, requestId },
  { caller, now },
) => {
  const viewer = clubViewerOf(caller);
  const found = await ownClub(clubId, caller);
  if (found.removals.some((one) => one.requestId === requestId)) return clubView(found, viewer);
  checkOpen(found);
  checkRemovable(found, personId);
  await checkWords(reason, caller, now);
  const at = instant(now);
  // Two organisers at once: whoever comes second looks again.
  const changed = await clubs.changeOne(
    { _id: clubId, state: 'open', lastRequestId: found.lastRequestId },
    {
      memberIds: by.pulling(personId),
      removals: by.exactly(withRemoval(found, { personId, reason, at, requestId })),
      ...{ duties: by.joining('tellRemoved'), dutiesSince: at, lastRequestId: requestId },
    },
  );
  return changed ? clubView(changed, viewer) : refuse('wait_and_repeat');
};
