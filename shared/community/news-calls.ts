import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { FileId, Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { Audience } from '../people/audience';
import { ArticleKind, ArticleLine, ArticleView, articleLimits, Block, mostMustReads, NotRead, Reader } from './article';

const staff = ['employee'] as const;
const hr = ['hr', 'branchHr'] as const;

/** 新闻与文化: written by HR, read by whom it is for. */
export const newsCalls = {
  /** What is for me: pinned first, then the latest. */
  listNews: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(ArticleLine),
    refusals: [],
  },
  /** Opens an article; the reading time runs from here, on the server's clock. */
  openArticle: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ articleId: Id, requestId: RequestId }),
    output: z.object({ article: ArticleView, isRead: z.boolean() }),
    refusals: ['article_not_found'],
  },
  /** Read to the end. Counted once a person, and only after the time that reading takes. */
  finishArticle: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ articleId: Id, requestId: RequestId }),
    output: z.object({ isRead: z.boolean() }),
    refusals: ['article_not_found', 'reading_too_short'],
  },
  /** For our own functions: the must-reads that came out between two moments for who works there, the latest first. */
  listMustReads: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({
      reader: z.strictObject({ branchId: Id, departmentName: line(60), isManager: z.boolean() }),
      from: Instant,
      to: Instant,
    }),
    output: z.object({
      items: z.array(z.object({ articleId: Id, title: z.string().max(60), publishAt: Instant })).max(mostMustReads),
    }),
    refusals: [],
  },

  // 管理
  listArticles: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(ArticleLine),
    refusals: [],
  },
  readArticle: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ articleId: Id }),
    output: ArticleView,
    refusals: ['article_not_found'],
  },
  /** Writes a new article, or changes one that stands (`articleId`). */
  writeArticle: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      articleId: Id.nullable(),
      kind: ArticleKind,
      title: line(60),
      summary: paragraph(120),
      /** Pictures are uploaded to `articles/<requestId>/<0…60>.png|jpg`, at most 1 MB each. */
      coverFileId: FileId.nullable(),
      blocks: z.array(Block).min(1).max(articleLimits.blocks),
      audience: Audience,
      /** Null is now. */
      publishAt: Instant.nullable(),
      isPinned: z.boolean(),
      isMustRead: z.boolean(),
      requestId: RequestId,
    }),
    output: ArticleView,
    refusals: ['article_audience_foreign', 'article_not_found', 'post_picture_unusable', 'request_id_reused'],
  },
  /** 撤下 */
  withdrawArticle: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ articleId: Id, requestId: RequestId }),
    output: ArticleLine,
    refusals: ['article_not_found'],
  },
  /** Who has read it, the latest first. */
  listReaders: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ articleId: Id, ...pageRequest }),
    output: pageOf(Reader),
    refusals: ['article_not_found'],
  },
  /** Who is meant and has not read it, by employee number. A page may hold fewer than asked for. */
  listNotRead: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ articleId: Id, ...pageRequest }),
    output: pageOf(NotRead),
    refusals: ['article_not_found', 'wait_and_repeat'],
  },
} as const;
