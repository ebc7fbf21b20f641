import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { checkWords, clubViewerOf, ownClub } from '../own-club';
import { clubView } from '../rules/club';
import { clubs } from '../store';

/** Closed in one stroke. The sweep tells the members, and who was told no longer stands in it. */
export const closeClub: Handler<CommunityContract['closeClub']> = async (
  { clubId, reason, requestId },
  { caller, now },
) => {
  const viewer = clubViewerOf(caller);
  const found = await ownClub(clubId, caller);
  if (found.state === 'closed') return clubView(found, viewer);
  await checkWords(reason, caller, now);
  const at = instant(now);
  const closed = await clubs.changeOne(
    { _id: clubId, state: 'open', lastRequestId: found.lastRequestId },
    {
      ...{ state: 'closed', closedAt: at, closedReason: reason, lookOn: null, lastRequestId: requestId },
      memberIds: by.pulling(viewer.personId),
      ...{ duties: [...new Set([...found.duties, 'tellClosed', 'task'])], dutiesSince: at },
    },
  );
  if (closed) return clubView(closed, viewer);
  const current = (await clubs.read(clubId)) ?? refuse('club_not_found');
  return current.state === 'closed' ? clubView(current, viewer) : refuse('wait_and_repeat');
};
