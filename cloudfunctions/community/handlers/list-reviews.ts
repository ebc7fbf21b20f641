import type { CommunityContract } from '../../../shared/community/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shownReviews } from '../shown-reviews';
import { reviews } from '../store';

/** What waits is a queue: who waited longest comes first. What is decided is a history: the latest first. */
export const listReviews: Handler<CommunityContract['listReviews']> = async (
  { isOpen, cursor, limit },
  { caller: { reach } },
) => {
  const within = reach === 'everywhere' ? {} : { branchId: is.among(reach) };
  const direction = isOpen ? 'asc' : 'desc';
  const { items, next } = await reviews.page({
    where: { isOpen, ...within },
    sortedBy: 'sort',
    direction,
    cursor,
    limit,
  });
  return { items: await shownReviews(items), next };
};
