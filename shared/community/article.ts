import * as z from 'zod';
import { FileId, Id, Instant, line, paragraph } from '../kernel/scalar';
import { Audience } from '../people/audience';
import { PagePath } from '../wechat/model';

export const articleLimits = { blocks: 60, listItems: 20, pictureBytes: 1024 * 1024 } as const;

/** As many must-reads as are told to somebody who missed some. */
export const mostMustReads = 10;

/**
 * What an article is made of, one piece under another. Text only, never HTML: whatever is typed is shown as typed, and
 * a link leads to a page of ours.
 */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: line(60) }),
  z.strictObject({ kind: z.literal('paragraph'), text: paragraph(1000) }),
  z.strictObject({ kind: z.literal('picture'), fileId: FileId, caption: paragraph(60) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(line(200)).min(1).max(articleLimits.listItems) }),
  z.strictObject({ kind: z.literal('quote'), text: paragraph(300), by: paragraph(40) }),
  z.strictObject({ kind: z.literal('link'), text: line(40), page: PagePath }),
]);
export type Block = z.infer<typeof Block>;

/** 新闻 or 文化 */
export const ArticleKind = z.enum(['news', 'culture']);
export type ArticleKind = z.infer<typeof ArticleKind>;

/** `scheduled` until its moment has come, `published`, or `withdrawn` by HR. */
export const ArticleState = z.enum(['scheduled', 'published', 'withdrawn']);
export type ArticleState = z.infer<typeof ArticleState>;

/** An article as a list shows it. */
export const ArticleLine = z.object({
  _id: Id,
  kind: ArticleKind,
  title: z.string().max(60),
  summary: z.string().max(120),
  coverUrl: z.string().max(2000).nullable(),
  authorName: z.string().max(40),
  state: ArticleState,
  isPinned: z.boolean(),
  isMustRead: z.boolean(),
  audience: Audience,
  /** How many have read it; counted once a person. */
  readers: z.int().min(0),
  publishAt: Instant,
});
export type ArticleLine = z.infer<typeof ArticleLine>;

/** An article whole. `pictureUrls` are by file id. */
export const ArticleView = ArticleLine.extend({
  coverFileId: FileId.nullable(),
  blocks: z.array(Block).max(articleLimits.blocks),
  pictureUrls: z.record(z.string(), z.string()),
  /** Seconds that reading it takes at least. */
  readingSeconds: z.int().min(0),
});
export type ArticleView = z.infer<typeof ArticleView>;

export const Reader = z.object({ personId: Id, name: z.string().max(40), place: z.string().max(60), readAt: Instant });
export type Reader = z.infer<typeof Reader>;

/** Somebody who is meant and has not read it; who has not joined could not. */
export const NotRead = z.object({
  personId: Id,
  name: z.string().max(40),
  place: z.string().max(60),
  hasJoined: z.boolean(),
});
export type NotRead = z.infer<typeof NotRead>;
