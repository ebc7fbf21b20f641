import type { Database } from './database';
import type { Document } from './document';
import { readSortOrder } from './sort-documents';

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
  ranges: Record<string, Record<string, string[]>>;
  /** Documents or index rows visited. */
  examined: number;
  returned: number;
  /** The order asked for comes out of the index; otherwise the matches are sorted afterwards. */
  sorted: boolean;
  millis: number;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/**
 * Answers a list as `database.getDocument` does and tells how. Throws a `CloudError` for what that refuses, the strict
 * rules included: their sentence names the missing index.
 */
export async function explainQuery(
  database: Database,
  { collection, query = {}, order = {}, limit = DEFAULT_LIMIT }: ExplainedQuery,
): Promise<Explanation> {
  const search = { filter: query, sort: readSortOrder(order), skip: 0, limit: Math.min(limit, MAX_LIMIT) };
  const began = performance.now();
  const { rows, cost } = database.find(collection, search);
  const millis = performance.now() - began;
  const plan = database.plan(collection, search);
  const ranges = plan.index === undefined ? {} : { [plan.index.name]: plan.bounds };
  return {
    ...(cost.index === undefined ? {} : { index: cost.index }),
    ranges,
    examined: cost.examined,
    returned: rows.length,
    sorted: plan.sorted,
    millis,
  };
}
