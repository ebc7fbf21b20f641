import type { CommunityContract } from '../../../shared/community/contract';
import type { Handler } from '../../platform/serve';
import { clubViewerOf } from '../own-club';
import { clubView } from '../rules/club';
import { clubs } from '../store';

export const listClubs: Handler<CommunityContract['listClubs']> = async ({ isClosed, cursor, limit }, { caller }) => {
  const where = { state: isClosed ? 'closed' : 'open' };
  const { items, next } = await clubs.page({ where, sortedBy: 'sort', direction: 'asc', cursor, limit });
  return { items: items.map((club) => clubView(club, clubViewerOf(caller))), next };
};
