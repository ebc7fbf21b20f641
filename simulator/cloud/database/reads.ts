import { aggregateDocuments, type Stage } from './aggregate-documents';
import type { Catalog } from './catalog';
import { compileFilter } from './compile-filter';
import type { Document } from './document';
import { type FoundRow, findRows, refuseScan, type Search, type SearchCost, streamRows } from './find-documents';
import { nameIndexes, planSearch, type SearchPlan } from './plan-search';
import { countRows } from './read-rows';
import type { Sql } from './sql';

/**
 * The reads outside transactions, on one connection. Each throws `ReadTooLong` after visiting more than `patience`
 * rows (default: never).
 */
export class Reads {
  private readonly sql: Sql;
  private readonly catalog: Catalog;
  /** Careless searches are refused. */
  readonly strict: boolean;

  constructor(sql: Sql, catalog: Catalog, strict: boolean) {
    this.sql = sql;
    this.catalog = catalog;
    this.strict = strict;
  }

  find(name: string, search: Search, patience?: number): { rows: FoundRow[]; cost: SearchCost } {
    const collection = this.catalog.need(name);
    if (this.strict) refuseScan(this.sql, collection, search, 'database.getDocument');
    return findRows(this.sql, collection, search, patience);
  }

  count(name: string, filter: Document, patience?: number): { total: number; cost: SearchCost } {
    const collection = this.catalog.need(name);
    const search: Search = { filter, sort: [], skip: 0 };
    const planned = planSearch(collection, filter, []);
    const [plan, ...others] = planned.plans;
    if (plan.exact && others.length === 0) {
      compileFilter(filter);
      const total = countRows(this.sql, collection, plan);
      const index = nameIndexes(planned);
      return { total, cost: { examined: total, ...(index === undefined ? {} : { index }) } };
    }
    if (this.strict) refuseScan(this.sql, collection, search, 'database.calculateDocument');
    const cost: SearchCost = { examined: 0 };
    let total = 0;
    for (const _ of streamRows(this.sql, collection, search, cost, patience)) total++;
    return { total, cost };
  }

  aggregate(name: string, stages: Stage[], patience = Infinity): { documents: Document[]; cost: SearchCost } {
    const find = (other: string) => this.catalog.need(other);
    return aggregateDocuments(this.catalog.need(name), stages, {
      sql: this.sql,
      find,
      strict: this.strict,
      patience,
    });
  }

  /** How a search would be answered. */
  plan(name: string, { filter, sort }: Search): SearchPlan {
    return planSearch(this.catalog.need(name), filter, sort);
  }
}
