import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { judgeText } from '../checking/judge-text';
import { clubViewerOf, newOrganisers, ownClub } from '../own-club';
import { clubSortOf, clubView } from '../rules/club';
import { clubs } from '../store';

/** Organisers' words are checked, and only harmless ones stand; HR writes as in articles. */
export const changeClub: Handler<CommunityContract['changeClub']> = async (input, { caller, now }) => {
  const { clubId, name, about, organiserIds, requestId } = input;
  const viewer = clubViewerOf(caller);
  const found = await ownClub(clubId, caller);
  if (found.lastRequestId === requestId) return clubView(found, viewer);
  const check = viewer.isHr ? 'pass' : await judgeText(viewer.personId, `${name}\n${about}`, now);
  if (check === 'waiting') return refuse('wait_and_repeat');
  if (check !== 'pass') return refuse('text_refused');
  const organisers = await newOrganisers(organiserIds, now);
  const changed = await clubs.changeOne(
    { _id: clubId },
    {
      ...{ name, about, sort: clubSortOf(name, clubId), lastRequestId: requestId },
      organisers: by.exactly(organisers),
    },
  );
  return clubView(changed ?? refuse('club_not_found'), viewer);
};
