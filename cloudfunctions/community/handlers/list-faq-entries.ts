import type { CommunityContract } from '../../../shared/community/contract';
import { dayOf } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { faqView } from '../rules/faq';
import { faqs } from '../store';

export const listFaqEntries: Handler<CommunityContract['listFaqEntries']> = async ({ cursor, limit }, { now }) => {
  const where = { state: 'published', sort: is.above('') };
  const { items, next } = await faqs.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.map((entry) => faqView(entry, dayOf(now))), next };
};
