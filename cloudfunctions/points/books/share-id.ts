import { createHash } from 'node:crypto';

/** The same person and request always give the same id, so that one request pays into a pool at most once. */
export function shareIdOf(personId: string, requestId: string): string {
  return `s-${createHash('sha256').update(`${personId}\n${requestId}`).digest('base64url')}`;
}
