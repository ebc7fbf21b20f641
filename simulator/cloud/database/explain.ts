import { answerPatiently } from './answer-read';
import type { Database } from './database';
import type { Document } from './document';
import { encodeEjson } from './ejson';

/** A question to be explained, decoded (`decodeDocument` reads Extended JSON). */
export interface ExplainedQuery {
  collection: string;
  query?: Document;
  /** `{ field: 1 | -1, … }` */
  order?: Document;
  /** Default 100, as the SDKs send it; at most 1,000. */
  limit?: number;
}

/** How a question is answered and what that costs. */
export interface Explanation {
  /** The index, several joined by ` + ` when the branches of an `$or` use their own; absent: the whole collection. */
  index?: string;
  /** What is read of each index, by its name and then by field, in MongoDB's notation: `["a", "a"]`, `(5, …)`. */
  ranges: Record<string, Record<string, string[]>>[];
  /** Documents or index rows visited. */
  examined: number;
  returned: number;
  /** The order asked for comes out of the index; otherwise the matches are sorted afterwards. */
  sorted: boolean;
  millis: number;
}

const DEFAULT_LIMIT = 100;

/**
 * Answers a list as `database.getDocument` does and tells how. Throws a `CloudError` for what that refuses, the strict
 * rules included: their sentence names the missing index.
 */
export async function explainQuery(
  database: Database,
  { collection, query = {}, order = {}, limit = DEFAULT_LIMIT }: ExplainedQuery,
): Promise<Explanation> {
  const request = { collectionName: collection, query: encodeEjson(query), order: encodeEjson(order), limit };
  const { data } = await answerPatiently(database, 'explain', request, new Date());
  return data as unknown as Explanation;
}
