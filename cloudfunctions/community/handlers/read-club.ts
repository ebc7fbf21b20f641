import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { clubViewerOf } from '../own-club';
import { clubView } from '../rules/club';
import { clubs } from '../store';

export const readClub: Handler<CommunityContract['readClub']> = async ({ clubId }, { caller }) =>
  clubView((await clubs.read(clubId)) ?? refuse('club_not_found'), clubViewerOf(caller));
