import type { CommunityContract } from '../../../shared/community/contract';
import { dayOf } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { faqView } from '../rules/faq';
import { faqs } from '../store';

export const listFaqToReview: Handler<CommunityContract['listFaqToReview']> = async ({ cursor, limit }, { now }) => {
  const today = dayOf(now);
  const where = { dueSort: is.between('', `${today}.~`) };
  const { items, next } = await faqs.page({ where, sortedBy: 'dueSort', direction: 'asc', cursor, limit });
  return { items: items.map((entry) => faqView(entry, today)), next };
};
