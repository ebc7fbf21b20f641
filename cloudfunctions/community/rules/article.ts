import type { ArticleKind, ArticleLine, ArticleState, Block } from '../../../shared/community/article';
import type { Instant } from '../../../shared/kernel/scalar';
import { type Audience, isMeant, type Member } from '../../../shared/people/audience';
import { type Reach, reaches } from '../../../shared/people/identity';

/** What HR writes. */
export interface ArticleContent {
  kind: ArticleKind;
  title: string;
  summary: string;
  coverFileId: string | null;
  blocks: Block[];
  audience: Audience;
  isPinned: boolean;
  isMustRead: boolean;
}

/** 新闻 or 文化 as stored. */
export interface StoredArticle extends ArticleContent {
  _id: string;
  /** Whose HR wrote it: null is the whole company's, otherwise a branch's. */
  ownerBranchId: string | null;
  authorId: string;
  authorName: string;
  state: ArticleState;
  /** One of these a reader must have. */
  audienceKeys: string[];
  readers: number;
  recountSince: Instant | null;
  publishAt: Instant;
  /** From when it walks over the colleagues, as to be read or as taken back, and how far it is; null when it has. */
  announceSince: Instant | null;
  announceCursor: string | null;
  lastRequestId: string;
  /** Pinned before the others, then the latest: one text, so that a page is one range. */
  sort: string;
  /** The order in which HR sees them, however they are pinned. */
  written: string;
}

/** 阅读: one person and one article. */
export interface StoredReading {
  _id: string;
  articleId: string;
  personId: string;
  name: string;
  place: string;
  openedAt: Instant;
  readAt: Instant | null;
  /** Of the article, as it was read: what the points name. */
  title: string;
  /** Since when the points are to be told of it; null before it is read and once they know. */
  earningSince: Instant | null;
  /** Since when its task on 今天 is to be taken away; null where there is none. */
  taskSince: Instant | null;
  /** Moment of reading and id; null until read. */
  sort: string | null;
}

export const readingIdOf = (personId: string, articleId: string) => `${personId}.${articleId}`;

/** Whether somebody is to see it. */
export function isFor(article: StoredArticle, reader: Member): boolean {
  return article.state === 'published' && isMeant(article.audienceKeys, reader);
}

/** A must-read that stands: others have no tasks. */
export const isToBeRead = ({ isMustRead, state }: StoredArticle) => isMustRead && state !== 'withdrawn';

/** Written anew since it came out: some who have its task may not be meant any more. */
export const isRewritten = ({ announceSince, publishAt }: StoredArticle) =>
  announceSince !== null && announceSince > publishAt;

/** From when an article walks over the colleagues: never before it is out, and after what was walked before. */
export function announcementOf(
  isMustRead: boolean,
  earlier: StoredArticle | null,
  due: Instant,
  at: Instant,
): Pick<StoredArticle, 'announceSince' | 'announceCursor'> {
  const since = due > at ? due : at;
  return { announceSince: isMustRead || earlier?.isMustRead ? since : null, announceCursor: null };
}

/** Whose articles somebody's HR rights reach. */
export function reachesArticle(reach: Reach, { ownerBranchId }: StoredArticle): boolean {
  return reach === 'everywhere' || (ownerBranchId !== null && reaches(reach, ownerBranchId));
}

export const sortOf = (isPinned: boolean, publishAt: Instant, _id: string) => `${isPinned ? 1 : 0}.${publishAt}.${_id}`;

const charactersOf = (block: Block): number => {
  switch (block.kind) {
    case 'picture':
      return 30;
    case 'list':
      return block.items.join('').length;
    default:
      return block.text.length;
  }
};

const fastestPerSecond = 20;
const least = 5;
const most = 60;

/** The least time that reading takes: twenty characters a second, at least five seconds and at most a minute. */
export function readingSecondsOf(blocks: readonly Block[]): number {
  const characters = blocks.reduce((sum, block) => sum + charactersOf(block), 0);
  return Math.min(most, Math.max(least, Math.ceil(characters / fastestPerSecond)));
}

/** Seconds still to go; 0 when it was long enough. */
export function secondsLeft(article: StoredArticle, openedAt: Instant, now: Instant): number {
  const spent = (Date.parse(now) - Date.parse(openedAt)) / 1000;
  return Math.max(0, Math.ceil(readingSecondsOf(article.blocks) - spent));
}

/** The files that an article shows. */
export function filesOf({ coverFileId, blocks }: Pick<ArticleContent, 'coverFileId' | 'blocks'>): string[] {
  const inside = blocks.flatMap((block) => (block.kind === 'picture' ? [block.fileId] : []));
  return [...(coverFileId === null ? [] : [coverFileId]), ...inside];
}

export function articleLine(article: StoredArticle, urls: ReadonlyMap<string, string>): ArticleLine {
  const { _id, kind, title, summary, authorName, state, isPinned, isMustRead, audience, readers, publishAt } = article;
  const coverUrl = article.coverFileId === null ? null : (urls.get(article.coverFileId) ?? null);
  return { _id, kind, title, summary, coverUrl, authorName, state, isPinned, isMustRead, audience, readers, publishAt };
}
