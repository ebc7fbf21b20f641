import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { checkWords, clubViewerOf, newOrganisers, ownClub } from '../own-club';
import { checkOpen, clubSortOf, clubView } from '../rules/club';
import { clubs } from '../store';

/** Whoever runs it from now on, HR's task to find somebody is done. */
export const changeClub: Handler<CommunityContract['changeClub']> = async (input, { caller, now }) => {
  const { clubId, name, about, organiserIds, requestId } = input;
  const viewer = clubViewerOf(caller);
  const found = await ownClub(clubId, caller);
  if (found.lastRequestId === requestId) return clubView(found, viewer);
  checkOpen(found);
  await checkWords(`${name}\n${about}`, caller, now);
  const organisers = await newOrganisers(organiserIds, now);
  const isLedAgain = found.organisers.length === 0;
  const changed = await clubs.changeOne(
    { _id: clubId, state: 'open' },
    {
      ...{ name, about, sort: clubSortOf(name, clubId), lastRequestId: requestId },
      organisers: by.exactly(organisers),
      ...(isLedAgain ? { duties: by.joining('task'), dutiesSince: instant(now) } : {}),
    },
  );
  return clubView(changed ?? refuse('club_closed'), viewer);
};
