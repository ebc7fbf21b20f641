import { is } from '../platform/db';
import { readingIdOf } from './rules/article';
import { readings } from './store';

/** Those of up to fifty persons who have read an article. One request, none for nobody. */
export async function readersAmong(articleId: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const ids = personIds.map((personId) => readingIdOf(personId, articleId));
  const found = await readings.list({ where: { _id: is.among(ids) }, limit: ids.length });
  return new Set(found.flatMap(({ personId, readAt }) => (readAt === null ? [] : [personId])));
}
