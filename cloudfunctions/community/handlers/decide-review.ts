import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { checkDecision, isAuthorTold, rememberedCauses, type StoredDecision, type StoredReview } from '../rules/review';
import { shownReviews } from '../shown-reviews';
import { comments, posts, reviews } from '../store';

/** 审核: the post or comment first, then the review. Killed in between it is decided once more, to the same end. */
export const decideReview: Handler<CommunityContract['decideReview']> = async (
  { reviewId, verdict, reason, requestId },
  { caller, now },
) => {
  const { personId, name } = personOf(caller);
  const review = await reviews.read(reviewId);
  if (!review || !reaches(caller.reach, review.branchId)) refuse('review_not_found');
  const decision: StoredDecision = { requestId, verdict, reason, byId: personId, byName: name, at: instant(now) };
  if (review.decisions.some((earlier) => earlier.requestId === requestId)) return shown(review);
  if (!review.isOpen) refuse('review_closed');
  checkDecision(review, personId, verdict, reason);
  await applyDecision(review, decision);
  const closed = await reviews.changeOne(
    { _id: reviewId, isOpen: true },
    { isOpen: false, decisions: by.appending([decision], rememberedCauses) },
  );
  return shown(closed ?? (await reviews.read(reviewId)) ?? refuse('review_not_found'));
};

async function shown(review: StoredReview) {
  const [view] = await shownReviews([review]);
  return view ?? refuse('review_not_found');
}

/** What the author removed meanwhile stays removed. */
async function applyDecision(review: StoredReview, { verdict, reason, at }: StoredDecision) {
  const { subjectKind, subjectId } = review;
  const keep = verdict === 'keep';
  const told = isAuthorTold(review, verdict) ? ['tell', 'tellAuthor'] : ['tell'];
  const change = {
    state: keep ? 'visible' : 'takenDown',
    stateReason: keep ? '' : reason,
    textCheck: 'pass',
    decidedAt: at,
    dutiesSince: at,
  };
  const where = { _id: subjectId, state: is.not('removed') };
  if (subjectKind === 'post') {
    await posts.changeOne(where, { ...change, duties: [...told, 'dropPictures'], version: by.adding(1) });
  } else {
    await comments.changeOne(where, { ...change, duties: [...told, 'recount'] });
  }
}
