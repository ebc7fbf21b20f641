import type { PostState, PostView, Reason } from '../../../shared/community/post';
import { momentInWords } from '../../wording/day';
import { figure } from '../../wording/figure';
import { initialOf } from '../../wording/initial';

/** What the author reads about a post that others do not see. */
const stateTexts: Record<PostState, string> = {
  pending: '正在检查，通过后大家就能看到',
  inReview: '审核中，通过后大家就能看到',
  visible: '',
  takenDown: '已下架，只有你看得到',
  removed: '已删除',
};

function reasonInWords(reason: Reason): string {
  if (reason.kind === 'topic') return `因为你关注 #${reason.topic}`;
  return reason.kind === 'mentioned' ? '因为提到了你' : '';
}

const kindTexts = { post: '', question: '提问' } as const;

/** A post as the card draws it. */
export function postRow(post: PostView, now: Date) {
  const { _id, kind, authorName, authorPlace, isMine, text, topics, pictureUrls, pictureCount, state } = post;
  const edited = post.editedAt ? ' · 改过' : '';
  return {
    _id,
    kind,
    kindText: kindTexts[kind],
    isSolved: post.acceptedId !== null,
    authorName,
    initial: initialOf(authorName),
    meta: `${authorPlace ? `${authorPlace} · ` : ''}${momentInWords(post.at, now)}${edited}`,
    isMine,
    text,
    topics,
    pictureUrls,
    hiddenPictures: Math.max(0, pictureCount - pictureUrls.length),
    state,
    stateText: isMine ? stateTexts[state] : '',
    stateReason: post.stateReason,
    hasAppealed: post.hasAppealed,
    likes: post.likes,
    likesText: post.likes > 0 ? figure(post.likes) : '赞',
    isLiked: post.isLikedByMe,
    commentsText: post.comments > 0 ? figure(post.comments) : kind === 'question' ? '回答' : '评论',
    comments: post.comments,
    acceptedId: post.acceptedId,
    why: reasonInWords(post.reason),
  };
}
export type PostRow = ReturnType<typeof postRow>;
