import { createHash } from 'node:crypto';

const fingerprint = (parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url');

/** One fact becomes at most one message of a person. */
export const noticeIdOf = (personId: string, factId: string) => `n-${fingerprint([personId, factId])}`;

/** One task stands on a person's list at most once. */
export const taskIdOf = (personId: string, taskId: string) => `t-${fingerprint([personId, taskId])}`;
