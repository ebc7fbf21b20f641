import { createHash } from 'node:crypto';

/** The same person and request always give the same id, so that one request writes at most one of them. */
export function contentIdOf(
  kind: 'post' | 'comment' | 'article' | 'club',
  personId: string,
  requestId: string,
): string {
  const digest = createHash('sha256').update(`${kind}\n${personId}\n${requestId}`).digest('hex');
  return `${kind === 'club' ? 'cl' : kind.charAt(0)}-${digest.slice(0, 32)}`;
}
