import { type FaqEntry, fewestHelped, mostReviewDays, type OpinionLeader } from '../../../shared/community/faq-calls';
import { dayOf, daysBetween } from '../../../shared/kernel/day';
import { excerpt } from '../../../shared/kernel/excerpt';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import { shownName } from './byline';
import type { StoredComment } from './comment';
import type { StoredPost } from './post';

/** What an entry still has to bring about. */
export type FaqDuty = 'putTask' | 'clearTask' | 'tell';

/** 常见问题 as stored. `_id` is the answer's. */
export interface StoredFaq extends Omit<FaqEntry, 'isDue'> {
  creditId: string;
  /** The day HR has to look at it, and its id; null when it is out. */
  dueSort: string | null;
  /** Moment and id: the order of the list; empty while it is not published. */
  sort: string;
  lastRequestId: string;
  duties: FaqDuty[];
  dutiesSince: Instant | null;
  /** Who has HR's task. */
  taskHolders: string[];
  /** When the review day brings a task; null once it did, or before publication. */
  reviewTaskOn: Day | null;
}

/** Whom somebody has helped. `_id` is the adviser's. */
export interface StoredAdviser {
  _id: string;
  name: string;
  /** Each once: the count is how many there are. */
  helpedIds: string[];
  /** Name and id once there are enough of them; empty before. */
  leaderSort: string;
}

/** People that one adviser remembers. */
export const mostAdvised = 5000;
const mostQuestion = 200;

export function proposedFaq(post: StoredPost, answer: StoredComment, requestId: string, at: Instant): StoredFaq {
  const _id = `f-${answer._id}`.slice(0, 64);
  return {
    ...{ _id, postId: post._id, topics: post.topics, creditId: answer.authorId, creditName: shownName(answer) },
    ...{ question: excerpt(post.text, mostQuestion), answer: answer.text },
    ...{ state: 'proposed', reviewOn: null, reviewTaskOn: null, dueSort: `${dayOf(at)}.${_id}`, sort: '' },
    ...{ lastRequestId: requestId, duties: ['putTask'], dutiesSince: at, taskHolders: [] },
  };
}

/** What HR's decision makes of an entry. */
export function decidedFaq(
  { _id, state }: StoredFaq,
  decision: { verdict: 'publish' | 'decline'; question: string; answer: string; reviewOn: Day },
  at: Instant,
): Partial<StoredFaq> & { duties: FaqDuty[] } {
  const { verdict, question, answer, reviewOn } = decision;
  if (verdict === 'decline') {
    return {
      state: 'declined',
      reviewOn: null,
      reviewTaskOn: null,
      dueSort: null,
      sort: '',
      duties: ['clearTask'],
    };
  }
  const days = daysBetween(dayOf(at), reviewOn);
  if (days < 1 || days > mostReviewDays) refuse('faq_review_day_wrong', { days: mostReviewDays });
  const duties: FaqDuty[] = state === 'proposed' ? ['clearTask', 'tell'] : ['clearTask'];
  return {
    ...{ state: 'published', question, answer, reviewOn, reviewTaskOn: reviewOn, dueSort: `${reviewOn}.${_id}` },
    ...{ sort: `${at}.${_id}`, duties },
  };
}

export function faqView(entry: StoredFaq, today: Day): FaqEntry {
  const { _id, question, answer, topics, creditName, postId, state, reviewOn } = entry;
  const isDue = state === 'proposed' || (reviewOn !== null && reviewOn <= today);
  return { _id, question, answer, topics, creditName, postId, state, reviewOn, isDue };
}

/** How an adviser stands after one more person; enough different people make an opinion leader. */
export const leaderSortOf = ({ _id, name, helpedIds }: StoredAdviser) =>
  helpedIds.length >= fewestHelped ? `${name}.${_id}` : '';

export function leaderView({ _id, name, helpedIds }: StoredAdviser): OpinionLeader {
  return { personId: _id, name, peopleHelped: helpedIds.length };
}
