import type { Collection } from './catalog';
import { type Document, isDocument } from './document';
import { type Plan, planQuery, type SortOrder } from './plan-query';

/** How a search will be answered: by one plan, or by one for each branch of an `$or`. */
export interface SearchPlan {
  /** Never empty; the documents of several overlap where branches do. */
  plans: readonly [Plan, ...Plan[]];
  /** The rows arrive, or can be merged, in the order asked for. */
  sorted: boolean;
  /** No document that the plans yield has to be tested. */
  exact: boolean;
}

/** An `$or` of more branches is read as a scan. */
const MAX_BRANCHES = 50;

/** One index where one narrows, else an index for each branch of an `$or` if all have one, else what is left. */
export function planSearch(collection: Collection, filter: Document, sort: SortOrder): SearchPlan {
  const whole = planQuery(collection, filter, sort);
  const plans = whole.ranges === undefined ? planBranches(collection, filter, sort) : undefined;
  if (plans === undefined) return { plans: [whole], sorted: whole.sorted, exact: whole.exact };
  return { plans, sorted: plans.every((plan) => plan.sorted), exact: plans.every((plan) => plan.exact) };
}

/** The indexes that serve a search, as a person reads them; absent: the whole collection is read. */
export function nameIndexes({ plans }: SearchPlan): string | undefined {
  const names = plans.flatMap(({ index }) => (index === undefined ? [] : [index.name]));
  return names.length === 0 ? undefined : [...new Set(names)].join(' + ');
}

function planBranches(collection: Collection, filter: Document, sort: SortOrder): [Plan, ...Plan[]] | undefined {
  const conditions = splitConditions(filter);
  const at = conditions.findIndex(({ $or }) => Array.isArray($or));
  const branches = conditions[at]?.$or;
  if (!Array.isArray(branches) || branches.length > MAX_BRANCHES) return undefined;
  const rest = conditions.filter((_, position) => position !== at);
  const plans: Plan[] = [];
  for (const branch of branches as unknown[]) {
    if (!isDocument(branch)) return undefined;
    const plan = planQuery(collection, { $and: [branch, ...rest] }, sort);
    if (plan.ranges === undefined) return undefined;
    plans.push(plan);
  }
  const [first, ...others] = plans;
  return first === undefined ? undefined : [first, ...others];
}

/** The conditions that must all hold, one field or operator each. */
function splitConditions(filter: Document): Document[] {
  return Object.entries(filter).flatMap(([key, condition]): Document[] => {
    if (key !== '$and' || !Array.isArray(condition)) return [{ [key]: condition }];
    return condition.filter(isDocument).flatMap(splitConditions);
  });
}
