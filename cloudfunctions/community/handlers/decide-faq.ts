import type { CommunityContract } from '../../../shared/community/contract';
import { dayOf, instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { decidedFaq, faqView } from '../rules/faq';
import { faqs } from '../store';

/**
 * One update that carries its message and the end of HR's task; the sweep brings both about. Of two that decide at once
 * the later holds; done twice, it is the same.
 */
export const decideFaq: Handler<CommunityContract['decideFaq']> = async (
  { faqId, requestId, ...decision },
  { now },
) => {
  const at = instant(now);
  const entry = (await faqs.read(faqId)) ?? refuse('faq_not_found');
  if (entry.lastRequestId === requestId) return faqView(entry, dayOf(now));
  const { duties, ...decided } = decidedFaq(entry, decision, at);
  const changed = await faqs.changeOne(
    { _id: faqId },
    { ...decided, duties: by.appending(duties), dutiesSince: at, lastRequestId: requestId },
  );
  return faqView(changed ?? refuse('faq_not_found'), dayOf(now));
};
