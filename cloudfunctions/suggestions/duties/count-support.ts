import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { StoredSuggestion } from '../documents';
import { countedWith, supportShares } from '../rules/support-shares';
import { store } from '../store';

/** Colleagues a question, and questions a minute and suggestion: a thousand people in one minute. */
const colleaguesAtOnce = 50;
const pagesAtOnce = 20;

/**
 * Counts supporters by group over everybody who works here, once. How far it has come stands in the suggestion, so
 * that a kill costs one page. True once the shares are there.
 */
export async function countSupport(suggestion: StoredSuggestion, now: Date): Promise<boolean> {
  const posts = new Set((await store.settings.read('corePosts'))?.positions ?? []);
  const { _id } = suggestion;
  let { count } = suggestion;
  for (let page = 0; page < pagesAtOnce && count !== null; page += 1) {
    const asked = { limit: colleaguesAtOnce, ...(count.cursor === null ? {} : { cursor: count.cursor }) };
    const answer = await ask('people', 'listColleagues', asked, now);
    if (!answer.ok) return false;
    const { items, next } = answer.data;
    const cells = countedWith(count.cells, items, new Set(suggestion.supporters), posts);
    const before = { _id, 'count.cursor': count.cursor };
    const change =
      next === null
        ? { count: null, shares: by.exactly(supportShares(cells, count.on)) }
        : { count: by.exactly({ on: count.on, cursor: next, cells }) };
    const changed = await store.suggestions.changeOne(before, change);
    if (!changed) return false;
    count = changed.count;
  }
  return count === null;
}
