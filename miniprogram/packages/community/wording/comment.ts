import type { CommentView, PostState } from '../../../../shared/community/post';
import { momentInWords } from '../../../wording/day';
import { initialOf } from '../../../wording/initial';

/** What the writer of a comment reads while others do not see it. */
const stateTexts: Record<PostState, string> = {
  pending: '正在检查，现在只有你看得到',
  inReview: '审核中，现在只有你看得到',
  visible: '',
  takenDown: '已下架，只有你看得到',
  removed: '',
};

export function commentRow(comment: CommentView, now: Date) {
  const { _id, authorName, isMine, text, replyToName, state, stateReason, isAccepted } = comment;
  const reason = state === 'takenDown' && stateReason ? `，原因：${stateReason}` : '';
  return {
    _id,
    authorName,
    initial: initialOf(authorName),
    isMine,
    text,
    replyToName: replyToName ?? '',
    state,
    stateText: `${stateTexts[state]}${reason}`,
    isAccepted,
    at: momentInWords(comment.at, now),
  };
}
export type CommentRow = ReturnType<typeof commentRow>;
