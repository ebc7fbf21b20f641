import type { Instant } from '../../../shared/kernel/scalar';

/** 收藏: one person keeps one post. */
export interface StoredSave {
  _id: string;
  personId: string;
  postId: string;
  at: Instant;
  /** Since when it may count as help by an accepted answer; null once it was looked at. */
  helpSince: Instant | null;
  /** Moment and id: the order of 我的收藏. */
  sort: string;
}

export const saveIdOf = (personId: string, postId: string) => `${personId}.${postId}`;

export function newSave(personId: string, postId: string, at: Instant): StoredSave {
  const _id = saveIdOf(personId, postId);
  return { _id, personId, postId, at, helpSince: at, sort: `${at}.${_id}` };
}
