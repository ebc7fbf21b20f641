import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { contentIdOf } from '../content-id';
import { clubViewerOf, newOrganisers } from '../own-club';
import { clubSortOf, clubView } from '../rules/club';
import { clubs } from '../store';

/** Its organisers are its first members. */
export const openClub: Handler<CommunityContract['openClub']> = async (input, { caller, now }) => {
  const { name, about, organiserIds, requestId } = input;
  const viewer = clubViewerOf(caller);
  const organisers = await newOrganisers(organiserIds, now);
  const _id = contentIdOf('club', viewer.personId, requestId);
  const memberIds = organisers.map(({ personId }) => personId);
  const club = { _id, name, about, organisers, memberIds, lastRequestId: requestId, sort: clubSortOf(name, _id) };
  if (await clubs.insert(club)) return clubView(club, viewer);
  const earlier = await clubs.read(_id);
  return earlier?.name === name ? clubView(earlier, viewer) : refuse('request_id_reused');
};
