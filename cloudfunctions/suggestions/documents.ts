import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../shared/kernel/scalar';
import type { Suggestion, SuggestionAnswer, SupportShares } from '../../shared/suggestions/suggestion';

/** What a change still has to bring about; `key` names the change, so that nothing is told twice. */
export interface Duty {
  kind: 'putTask' | 'clearTask' | 'tellAuthor' | 'tellSupporters' | 'earn' | 'count';
  key: string;
  at: Instant;
}

/** People of one department and kind of post, and those of them who support. */
export interface Cell {
  department: string;
  isCore: boolean;
  people: number;
  supporters: number;
}

/** How far the count of supporters by group has walked over the colleagues. */
export interface Count {
  on: Day;
  cursor: string | null;
  cells: Cell[];
}

/** Which list a suggestion stands on; null where colleagues do not see it. */
export type Shelf = 'waiting' | 'answered' | null;

/** 制度建议 as stored; `_id` follows from author and request. */
export interface StoredSuggestion
  extends Pick<Suggestion, '_id' | 'topic' | 'title' | 'text' | 'state' | 'answerBy' | 'takenDownReason' | 'at'> {
  authorId: string;
  authorName: string;
  authorPlace: string;
  isNamed: boolean;
  /** False once the author left and chose that their name goes. */
  isSigned: boolean;
  /** Who supports it: a set, its length is the count. */
  supporters: string[];
  answers: (SuggestionAnswer & { byId: string; requestId: string })[];
  shares: SupportShares | null;
  count: Count | null;
  /** Who has the task to answer it. */
  taskHolders: string[];
  shelf: Shelf;
  isAdopted: boolean;
  /** The day it is due and its id: the order of HR's list; null when nothing is due. */
  dueSort: string | null;
  duties: Duty[];
  dutiesSince: Instant | null;
  /** The change made last, so that its repeat is known. */
  lastRequestId: string;
  /** Moment and id: the order of the lists. */
  sort: string;
}

/** 核心岗位, in one document. */
export interface CorePosts {
  _id: 'corePosts';
  positions: string[];
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const suggestionIdOf = (personId: string, requestId: string) => `s-${shortHash(`${personId}:${requestId}`)}`;
