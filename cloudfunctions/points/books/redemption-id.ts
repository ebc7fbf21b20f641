import { createHash } from 'node:crypto';

/** The same person and request always give the same id, so that one request becomes at most one redemption. */
export function redemptionIdOf(personId: string, requestId: string): string {
  return `r-${createHash('sha256').update(`${personId}\n${requestId}`).digest('base64url')}`;
}
