import * as z from 'zod';
import { Id, Instant } from '../kernel/scalar';
import { PostState } from './post';

/** What a review is about. */
export const SubjectKind = z.enum(['post', 'comment']);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** 举报原因 */
export const ReportReason = z.enum(['attack', 'privacy', 'advertising', 'rumour', 'other']);
export type ReportReason = z.infer<typeof ReportReason>;

/** Why something waits for a moderator. Who reported is told to nobody. */
export const ReviewCause = z.object({
  kind: z.enum(['check', 'report', 'appeal']),
  reason: ReportReason.nullable(),
  words: z.string().max(200),
  at: Instant,
});
export type ReviewCause = z.infer<typeof ReviewCause>;

/** What a moderator can say: it may stay (or come back), or it is taken down. */
export const Verdict = z.enum(['keep', 'takeDown']);
export type Verdict = z.infer<typeof Verdict>;

/** 审核: one for each post or comment that ever needed somebody to look. */
export const ReviewView = z.object({
  _id: Id,
  subjectKind: SubjectKind,
  subjectId: Id,
  postId: Id,
  isOpen: z.boolean(),
  authorName: z.string().max(40),
  text: z.string().max(2000),
  pictureUrls: z.array(z.string().max(2000)).max(9),
  state: PostState,
  causes: z.array(ReviewCause).max(20),
  /** Earlier versions, the oldest first. */
  revisions: z.array(z.object({ text: z.string().max(2000), at: Instant })).max(20),
  decisions: z
    .array(z.object({ verdict: Verdict, reason: z.string().max(200), byName: z.string().max(40), at: Instant }))
    .max(20),
  at: Instant,
});
export type ReviewView = z.infer<typeof ReviewView>;
