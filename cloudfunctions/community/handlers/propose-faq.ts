import type { CommunityContract } from '../../../shared/community/contract';
import { dayOf, instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { faqView, proposedFaq } from '../rules/faq';
import { comments, faqs } from '../store';
import { visiblePost } from '../visible-post';

export const proposeFaq: Handler<CommunityContract['proposeFaq']> = async ({ postId, requestId }, { caller, now }) => {
  const post = await visiblePost(postId, personOf(caller).personId);
  const answer = post.acceptedId === null ? null : await comments.read(post.acceptedId);
  if (post.state !== 'visible' || answer?.state !== 'visible') return refuse('faq_answer_missing');
  const proposed = proposedFaq(post, answer, requestId, instant(now));
  const isNew = await faqs.insert(proposed);
  return faqView(isNew ? proposed : ((await faqs.read(proposed._id)) ?? proposed), dayOf(now));
};
