import * as z from 'zod';
import { FileId, Id, Instant } from '../kernel/scalar';

/** What one post or comment may hold; a text within these is within what WeChat checks at once (2,500 characters). */
export const postLimits = {
  textLength: 2000,
  commentLength: 500,
  pictures: 9,
  /** 1 MB a picture, which is what WeChat checks: the phone sends them compressed. */
  pictureBytes: 1024 * 1024,
  topics: 3,
  mentions: 10,
  /** Topics that one person follows. */
  interests: 30,
  /** Earlier versions that are kept for moderators. */
  revisions: 20,
  /** People who may like one post: their ids stand in it. */
  likers: 5000,
} as const;

/** 话题 without its `#`: letters, digits, `-` and `_` of any script. */
export const Topic = z.string().regex(/^[\p{L}\p{N}_-]{1,20}$/u);
export type Topic = z.infer<typeof Topic>;

/** 动态, or 提问: a post whose comments are answers and one of which can be accepted. */
export const PostKind = z.enum(['post', 'question']);
export type PostKind = z.infer<typeof PostKind>;

/**
 * Who sees a post or comment: `pending` until checked and `inReview` until a moderator decided: only the author;
 * `visible`: every employee; `takenDown` by a moderator: only the author, who may appeal; `removed` by the author.
 */
export const PostState = z.enum(['pending', 'inReview', 'visible', 'takenDown', 'removed']);
export type PostState = z.infer<typeof PostState>;

/** A colleague named in a text with `@`. */
export const Mention = z.object({ personId: Id, name: z.string().max(40) });
export type Mention = z.infer<typeof Mention>;

/** Why a post stands where it does in somebody's feed (为什么看到这条). */
export const Reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic'), topic: Topic }),
  z.object({ kind: z.literal('mentioned') }),
  z.object({ kind: z.literal('newest') }),
]);
export type Reason = z.infer<typeof Reason>;

/** A picture that the author wants in the post: one of those in it, or one uploaded for this change. */
export const WantedPicture = z.union([
  z.strictObject({ number: z.int().min(0).max(100_000) }),
  z.strictObject({ fileId: FileId }),
]);
export type WantedPicture = z.infer<typeof WantedPicture>;

/** A post as a caller sees it. */
export const PostView = z.object({
  _id: Id,
  kind: PostKind,
  /** Null once the author chose to stand unnamed. */
  authorId: Id.nullable(),
  authorName: z.string().max(40),
  authorPlace: z.string().max(60),
  isMine: z.boolean(),
  text: z.string().max(postLimits.textLength),
  topics: z.array(Topic).max(postLimits.topics),
  mentions: z.array(Mention).max(postLimits.mentions),
  /** Temporary addresses; a list gives the first three. */
  pictureUrls: z.array(z.string().max(2000)).max(postLimits.pictures),
  pictureCount: z.int().min(0).max(postLimits.pictures),
  state: PostState,
  /** What the moderator wrote when taking it down; empty otherwise. Told to the author only. */
  stateReason: z.string().max(200),
  hasAppealed: z.boolean(),
  likes: z.int().min(0),
  isLikedByMe: z.boolean(),
  comments: z.int().min(0),
  /** Of a question: the accepted answer. */
  acceptedId: Id.nullable(),
  /** The club in whose space it stands. */
  clubId: Id.nullable(),
  at: Instant,
  editedAt: Instant.nullable(),
  reason: Reason,
});
export type PostView = z.infer<typeof PostView>;

/** A comment as a caller sees it; under a question it is an answer. */
export const CommentView = z.object({
  _id: Id,
  postId: Id,
  authorId: Id.nullable(),
  authorName: z.string().max(40),
  isMine: z.boolean(),
  text: z.string().max(postLimits.commentLength),
  mentions: z.array(Mention).max(postLimits.mentions),
  /** Whom a reply answers. */
  replyToName: z.string().max(40).nullable(),
  state: PostState,
  stateReason: z.string().max(200),
  isAccepted: z.boolean(),
  at: Instant,
});
export type CommentView = z.infer<typeof CommentView>;
