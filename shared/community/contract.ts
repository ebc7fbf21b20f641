import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { FileId, Id, line, paragraph, RequestId } from '../kernel/scalar';
import { MediaChecked } from '../wechat/model';
import { bylineCalls } from './byline-calls';
import { clubCalls } from './club-calls';
import { faqCalls } from './faq-calls';
import { newsCalls } from './news-calls';
import { CommentView, PostKind, PostView, postLimits, Topic, WantedPicture } from './post';
import { ReportReason, ReviewView, SubjectKind, Verdict } from './review';

const staff = ['employee'] as const;
const hr = ['hr', 'branchHr'] as const;
const mentionIds = z.array(Id).max(postLimits.mentions).default([]);
const topics = z.array(Topic).max(postLimits.topics).default([]);

export const community = contract({
  ...newsCalls,
  ...faqCalls,
  ...clubCalls,
  ...bylineCalls,

  // 动态与提问
  /** 发布. Every text is checked before it is kept; one that WeChat calls risky is refused and stays a draft. */
  publishPost: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      kind: PostKind,
      text: paragraph(postLimits.textLength, 1),
      /** Uploaded by the phone to `posts/<requestId>/<0…8>.png|jpg`, at most 1 MB each. */
      pictureFileIds: z.array(FileId).max(postLimits.pictures).default([]),
      topics,
      /** Those of them who are colleagues are told. */
      mentionIds,
      /** Into a club's space: for its members. */
      clubId: Id.nullable().default(null),
      requestId: RequestId,
    }),
    output: PostView,
    refusals: [
      'club_closed',
      'club_not_found',
      'club_not_member',
      'post_picture_unusable',
      'request_id_reused',
      'text_refused',
    ],
  },
  /**
   * The feed, the latest first. `topic` shows one topic, `kind` one kind, `clubId` one club. A page is put in the
   * order of `interests` (readInterests), and each post says why it stands there.
   */
  listFeed: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({
      kind: PostKind.optional(),
      topic: Topic.optional(),
      clubId: Id.optional(),
      interests: z.array(Topic).max(postLimits.interests).default([]),
      ...pageRequest,
    }),
    output: pageOf(PostView),
    refusals: [],
  },
  /** 关注的话题: what orders my feed. Seen and changed by me alone. */
  readInterests: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({}),
    output: z.object({ topics: z.array(Topic).max(postLimits.interests) }),
    refusals: [],
  },
  followTopic: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ topic: Topic, isFollowed: z.boolean(), requestId: RequestId }),
    output: z.object({ topics: z.array(Topic).max(postLimits.interests) }),
    refusals: ['interests_full'],
  },
  /** What I wrote, in whatever state. */
  listMyPosts: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(PostView),
    refusals: [],
  },
  /** 收藏 */
  listMySaves: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(PostView),
    refusals: [],
  },
  readPost: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ postId: Id }),
    /** `unseen` are my own comments that others do not see (yet); `pictures` are named for the author alone. */
    output: z.object({
      post: PostView,
      isSavedByMe: z.boolean(),
      unseen: z.array(CommentView).max(20),
      pictures: z.array(z.object({ number: z.int().min(0), url: z.string().max(2000) })).max(postLimits.pictures),
    }),
    refusals: ['post_not_found'],
  },
  editPost: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      postId: Id,
      text: paragraph(postLimits.textLength, 1),
      topics,
      /** Everybody whom the words name now; whom they did not name before is told. Absent leaves them as they are. */
      mentionIds: z.array(Id).max(postLimits.mentions).optional(),
      /**
       * In their new order; absent leaves them as they are. New ones are uploaded to
       * `posts/<requestId>/<0…8>.png|jpg` by their place; the files of those left out are deleted.
       */
      pictures: z.array(WantedPicture).max(postLimits.pictures).optional(),
      requestId: RequestId,
    }),
    output: PostView,
    refusals: ['post_changed', 'post_not_found', 'post_picture_unusable', 'text_refused'],
  },
  removePost: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ postId: Id, requestId: RequestId }),
    output: z.object({}),
    refusals: ['post_not_found'],
  },
  likePost: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ postId: Id, isLiked: z.boolean(), requestId: RequestId }),
    output: z.object({ likes: z.int().min(0), isLikedByMe: z.boolean() }),
    refusals: ['post_likes_full', 'post_not_found'],
  },
  savePost: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ postId: Id, isSaved: z.boolean(), requestId: RequestId }),
    output: z.object({ isSavedByMe: z.boolean() }),
    refusals: ['post_not_found'],
  },

  // 评论与回复
  listComments: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ postId: Id, ...pageRequest }),
    output: pageOf(CommentView),
    refusals: ['post_not_found'],
  },
  writeComment: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      postId: Id,
      text: paragraph(postLimits.commentLength, 1),
      replyToId: Id.nullable(),
      mentionIds,
      requestId: RequestId,
    }),
    output: CommentView,
    refusals: ['comment_not_found', 'post_not_found', 'request_id_reused', 'text_refused'],
  },
  removeComment: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ commentId: Id, requestId: RequestId }),
    output: z.object({}),
    refusals: ['comment_not_found'],
  },
  /** 采纳: by whoever asked, one answer at a time; another may be chosen later. Own answers are not accepted. */
  acceptAnswer: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ commentId: Id, requestId: RequestId }),
    output: z.object({ acceptedId: Id }),
    refusals: ['answer_own', 'comment_not_found'],
  },

  // 审核
  /** 举报. Once a person and post or comment; nobody is told who did. */
  report: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      subjectKind: SubjectKind,
      subjectId: Id,
      reason: ReportReason,
      words: paragraph(200),
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: ['comment_not_found', 'post_not_found'],
  },
  /** 申诉 against a take-down, once. */
  appeal: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      subjectKind: SubjectKind,
      subjectId: Id,
      words: line(200),
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: ['appeal_made_already', 'comment_not_found', 'post_not_found'],
  },
  listReviews: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ isOpen: z.boolean(), ...pageRequest }),
    output: pageOf(ReviewView),
    refusals: [],
  },
  decideReview: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      reviewId: Id,
      verdict: Verdict,
      /** Told to the author when something is taken down. */
      reason: paragraph(200),
      requestId: RequestId,
    }),
    output: ReviewView,
    refusals: ['review_closed', 'review_not_found', 'review_own', 'review_reason_missing'],
  },
  /** How WeChat's word on a picture arrives: at least once, the subject names post and picture. */
  takeMediaVerdict: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ fact: MediaChecked, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
});
export type CommunityContract = typeof community;
