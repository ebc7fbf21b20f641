import type { Collection } from './catalog';
import { type Document, isDocument } from './document';
import { type Plan, planQuery, type SortOrder } from './plan-query';

/** How a search will be answered: by one plan, or by one for each branch of an `$or` or each value of an `$in`. */
export interface SearchPlan {
  /** Never empty; the documents of several overlap where branches do. */
  plans: readonly [Plan, ...Plan[]];
  /** The rows arrive, or can be merged, in the order asked for. */
  sorted: boolean;
  /** No document that the plans yield has to be tested. */
  exact: boolean;
}

/** An `$or` of more branches is read as a scan, an `$in` of more values is sorted afterwards. */
const MAX_BRANCHES = 50;

/**
 * One index where one narrows, else an index for each branch of an `$or` if all have one, else what is left. Where an
 * `$in` is all that hides the order, its values are read one beside the other, as MongoDB's SORT_MERGE does.
 */
export function planSearch(collection: Collection, filter: Document, sort: SortOrder): SearchPlan {
  const whole = planQuery(collection, filter, sort);
  const plans =
    whole.ranges === undefined
      ? planBranches(collection, filter, sort)
      : whole.sorted
        ? undefined
        : planValues(collection, filter, sort);
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
  return planEach(collection, branches as unknown[], rest, sort);
}

/** A plan for each value of an `$in`, where each of them gives the order. */
function planValues(collection: Collection, filter: Document, sort: SortOrder): [Plan, ...Plan[]] | undefined {
  const conditions = splitConditions(filter);
  for (const [at, condition] of conditions.entries()) {
    const [[path, wanted] = []] = Object.entries(condition);
    const values = isDocument(wanted) && Object.keys(wanted).length === 1 ? wanted.$in : undefined;
    if (path === undefined || !Array.isArray(values) || values.length > MAX_BRANCHES) continue;
    if (values.some((value) => value instanceof RegExp)) continue;
    const branches = values.map((value: unknown) => ({ [path]: { $eq: value } }));
    const rest = conditions.filter((_, position) => position !== at);
    const plans = planEach(collection, branches, rest, sort);
    if (plans?.every((plan) => plan.sorted) === true) return plans;
  }
  return undefined;
}

/** A plan for each branch; undefined where one of them has no index. */
function planEach(
  collection: Collection,
  branches: readonly unknown[],
  rest: readonly Document[],
  sort: SortOrder,
): [Plan, ...Plan[]] | undefined {
  const plans: Plan[] = [];
  for (const branch of branches) {
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
