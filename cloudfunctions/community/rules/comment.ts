import { formerColleague } from '../../../shared/community/byline-calls';
import type { CommentView, Mention, PostState } from '../../../shared/community/post';
import type { Check } from '../../../shared/kernel/picture-check';
import type { Instant } from '../../../shared/kernel/scalar';
import { shownName } from './byline';
import type { Author, Duty, StoredPost } from './post';

/** 评论, and under a question an answer, as stored. */
export interface StoredComment {
  /** Follows from author and request. */
  _id: string;
  postId: string;
  postAuthorId: string;
  branchId: string;
  authorId: string;
  authorName: string;
  isSigned: boolean;
  text: string;
  mentions: Mention[];
  replyTo: { commentId: string; authorId: string; name: string } | null;
  textCheck: Check;
  state: PostState;
  stateReason: string;
  /** The request of the author's appeal; null before it. */
  appealId: string | null;
  duties: Duty[];
  dutiesSince: Instant | null;
  at: Instant;
  /** When the asker first accepted this answer. */
  acceptedAt: Instant | null;
  decidedAt: Instant | null;
  removedAt: Instant | null;
  /** Moment and id: the order below the post. */
  sort: string;
}

export interface CommentDraft {
  text: string;
  mentions: readonly Mention[];
  replyTo: StoredComment | null;
}

/** A new comment with the verdict on its text. Whoever is answered or named is told by the sweep. */
export function newComment(
  commentId: string,
  post: StoredPost,
  author: Author,
  draft: CommentDraft,
  textCheck: Check,
  at: Instant,
): StoredComment {
  const state = commentStateAfter(textCheck);
  const { replyTo } = draft;
  const duties = commentDuties(state);
  return {
    _id: commentId,
    postId: post._id,
    postAuthorId: post.authorId,
    branchId: author.branchId,
    authorId: author.personId,
    authorName: author.name,
    isSigned: true,
    text: draft.text,
    mentions: [...draft.mentions],
    replyTo: replyTo ? { commentId: replyTo._id, authorId: replyTo.authorId, name: shownName(replyTo) } : null,
    textCheck,
    state,
    stateReason: '',
    appealId: null,
    duties,
    dutiesSince: at,
    at,
    acceptedAt: null,
    decidedAt: null,
    removedAt: null,
    sort: `${at}.${commentId}`,
  };
}

/** Only what was found harmless is shown. */
export function commentStateAfter(check: Check): PostState {
  if (check === 'pass') return 'visible';
  return check === 'waiting' ? 'pending' : 'inReview';
}

/** What a comment in this state still has to bring about. */
function commentDuties(state: PostState): Duty[] {
  if (state === 'visible') return ['tell'];
  return state === 'inReview' ? ['review'] : ['textCheck'];
}

/** Who is to be told of a comment: the author of the post, whoever is answered, whoever is named; never its writer. */
export function toldOf({ authorId, postAuthorId, replyTo, mentions }: StoredComment): string[] {
  const told = [postAuthorId, ...(replyTo ? [replyTo.authorId] : []), ...mentions.map(({ personId }) => personId)];
  return [...new Set(told)].filter((personId) => personId !== authorId);
}

export function commentView(comment: StoredComment, personId: string, acceptedId: string | null): CommentView {
  const isMine = comment.authorId === personId;
  const isNamed = comment.isSigned || isMine;
  return {
    _id: comment._id,
    postId: comment.postId,
    authorId: isNamed ? comment.authorId : null,
    authorName: isNamed ? comment.authorName : formerColleague,
    isMine,
    text: comment.text,
    mentions: comment.mentions,
    replyToName: comment.replyTo?.name ?? null,
    state: comment.state,
    stateReason: isMine ? comment.stateReason : '',
    isAccepted: comment._id === acceptedId,
    at: comment.at,
  };
}
