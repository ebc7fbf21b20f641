import type { AttemptView } from '../../../shared/training/learning';
import { addressesOf } from '../../platform/pictures';
import type { StoredAttempt } from '../documents';
import { attemptView } from '../rules/attempt';

/** An attempt with the addresses of its pictures; no request where it has none. */
export async function shownAttempt(attempt: StoredAttempt, now: Date): Promise<AttemptView> {
  const urls = await addressesOf(attempt.drawn.flatMap(({ picture }) => picture ?? []));
  return { ...attemptView(attempt, now), pictureUrls: Object.fromEntries(urls) };
}
