import type { PostState } from '../../../../shared/community/post';
import type { ReviewCause, ReviewView } from '../../../../shared/community/review';
import { momentInWords } from '../../../wording/day';
import { initialOf } from '../../../wording/initial';
import { reportReasonInWords } from './report';

const stateTexts: Record<PostState, string> = {
  pending: '检查中，只有作者看得到',
  inReview: '只有作者看得到',
  visible: '大家都看得到',
  takenDown: '已下架',
  removed: '作者已删除',
};

const kindTexts = { post: '动态', comment: '评论' } as const;

function causeInWords({ kind, reason, words }: ReviewCause): string {
  if (kind === 'check') return '内容检查拿不准，请看一眼';
  const said = words ? `：${words}` : '';
  if (kind === 'appeal') return `作者申诉${said}`;
  return `有同事举报（${reason ? reportReasonInWords[reason] : '其他'}）${said}`;
}

/** A review as the queue draws it. */
export function reviewRow(review: ReviewView, now: Date) {
  const { _id, subjectKind, postId, isOpen, authorName, text, pictureUrls, state } = review;
  return {
    _id,
    postId,
    isOpen,
    kind: kindTexts[subjectKind],
    authorName,
    initial: initialOf(authorName),
    at: momentInWords(review.at, now),
    text,
    pictureUrls,
    standing: stateTexts[state],
    isRemoved: state === 'removed',
    causes: review.causes.map((cause, key) => ({ key, text: causeInWords(cause), at: momentInWords(cause.at, now) })),
    revisions: review.revisions.map((revision, key) => ({
      key,
      text: revision.text,
      at: momentInWords(revision.at, now),
    })),
    decisions: review.decisions.map(({ verdict, reason, byName, at }, key) => ({
      key,
      text: `${byName} ${verdict === 'keep' ? '让它通过' : `下架，原因：${reason}`}`,
      at: momentInWords(at, now),
    })),
  };
}
export type ReviewRow = ReturnType<typeof reviewRow>;
