import type { SubjectKind } from '../../../shared/community/review';
import { refuse } from '../../../shared/refusal';
import type { StoredComment } from '../rules/comment';
import type { StoredPost } from '../rules/post';
import { comments, posts } from '../store';

/** What is reported, appealed or decided; refuses what is not there. One request. */
export async function readSubject(
  kind: SubjectKind,
  subjectId: string,
): Promise<{ kind: 'post'; content: StoredPost } | { kind: 'comment'; content: StoredComment }> {
  if (kind === 'post') {
    const content = (await posts.read(subjectId)) ?? refuse('post_not_found');
    return { kind, content };
  }
  const content = (await comments.read(subjectId)) ?? refuse('comment_not_found');
  return { kind, content };
}

export const notFound = (kind: SubjectKind): never =>
  kind === 'post' ? refuse('post_not_found') : refuse('comment_not_found');
