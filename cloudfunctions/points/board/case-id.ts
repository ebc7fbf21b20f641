import { createHash } from 'node:crypto';

/** An entry always gives the same id, so that it is asked about once. */
export function caseIdOf(entryId: string): string {
  return `c-${createHash('sha256').update(entryId).digest('base64url')}`;
}
