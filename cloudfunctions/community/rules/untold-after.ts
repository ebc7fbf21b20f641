import type { Mention } from '../../../shared/community/post';
import type { StoredPost } from './post';

/** Whom a post has still to tell: who is named now, and was not named before or was not told yet. */
export function untoldAfter(
  before: Pick<StoredPost, 'mentions' | 'untoldIds'>,
  mentions: readonly Mention[],
  authorId: string,
): string[] {
  const told = new Set(before.mentions.map(({ personId }) => personId));
  for (const personId of before.untoldIds) told.delete(personId);
  return mentions.map(({ personId }) => personId).filter((personId) => personId !== authorId && !told.has(personId));
}
