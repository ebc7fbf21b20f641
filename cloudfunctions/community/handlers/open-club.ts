import type { CommunityContract } from '../../../shared/community/contract';
import { addDays, dayOf } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { contentIdOf } from '../content-id';
import { clubViewerOf, newOrganisers } from '../own-club';
import { clubView, openedClub } from '../rules/club';
import { clubs } from '../store';

export const openClub: Handler<CommunityContract['openClub']> = async (input, { caller, now }) => {
  const { name, about, organiserIds, requestId } = input;
  const viewer = clubViewerOf(caller);
  const organisers = await newOrganisers(organiserIds, now);
  const _id = contentIdOf('club', viewer.personId, requestId);
  const lookOn = addDays(dayOf(now), 1);
  const club = openedClub({ _id, name, about, organisers, requestId, lookOn });
  if (await clubs.insert(club)) return clubView(club, viewer);
  const earlier = await clubs.read(_id);
  return earlier?.name === name ? clubView(earlier, viewer) : refuse('request_id_reused');
};
