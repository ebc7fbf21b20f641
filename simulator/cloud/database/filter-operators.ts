import { refuseRequest } from '../cloud-error';
import { type Document, isDocument, isOperatorExpression } from './document';
import { compileRegExp } from './ejson';
import { geoIntersectsTest, geoNearTest, geoWithinTest } from './geo-operators';
import { MISSING } from './path-values';
import { compareValues, sameValue, typeRank } from './sort-key';
import { typeTest } from './type-names';

/** Decides on all the values that a path led to; an array is still whole. */
export type ValueTest = (values: readonly unknown[]) => boolean;

interface Surroundings {
  /** The other operators of the same field: `$options` beside `$regex`. */
  siblings: Document;
  compileFilter: (filter: Document) => (document: Document) => boolean;
  compileCondition: (condition: unknown) => ValueTest;
}

type CompileOperator = (operand: unknown, surroundings: Surroundings) => ValueTest;

/** A test of one value is tried on the value itself and, when that is an array, on each of its elements. */
function some(test: (value: unknown) => boolean): ValueTest {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

function equalTest(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return some((value) => value === null || value === MISSING);
  return some((value) => value !== MISSING && sameValue(value, operand));
}

/** Equal or, for a regular expression in a list, matching. */
function memberTest(operand: unknown): ValueTest {
  if (!(operand instanceof RegExp)) return equalTest(operand);
  const matches = regExpTest(operand);
  const equals = equalTest(operand);
  return (values) => matches(values) || equals(values);
}

function regExpTest(pattern: RegExp): ValueTest {
  return some((value) => typeof value === 'string' && pattern.test(value));
}

/** Ranges compare only values of the operand's type; null takes part with missing fields, NaN equals itself alone. */
function orderTest(accept: (order: number) => boolean): CompileOperator {
  return (operand) => {
    if (operand instanceof RegExp) refuseRequest("Can't have RegExp as arg to a comparison operator");
    const rank = typeRank(operand);
    const everyType = rank === 1 || rank === 240;
    const notANumber = typeof operand === 'number' && Number.isNaN(operand);
    return some((found) => {
      const value = found === MISSING ? null : found;
      if (!everyType && typeRank(value) !== rank) return false;
      if (notANumber !== (typeof value === 'number' && Number.isNaN(value))) return false;
      return accept(compareValues(value, operand));
    });
  };
}

function readList(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) refuseRequest(`${operator} needs an array`);
  const list: unknown[] = operand;
  if (list.some(isOperatorExpression) && operator !== '$all') refuseRequest(`cannot nest $ under ${operator}`);
  return list;
}

const compileIn: CompileOperator = (operand) => {
  const tests = readList('$in', operand).map(memberTest);
  return (values) => tests.some((test) => test(values));
};

const compileAll: CompileOperator = (operand, surroundings) => {
  const tests = readList('$all', operand).map((item) =>
    isOperatorExpression(item) ? surroundings.compileCondition(item) : memberTest(item),
  );
  return (values) => tests.length > 0 && tests.every((test) => test(values));
};

const compileElemMatch: CompileOperator = (operand, { compileCondition, compileFilter }) => {
  if (!isDocument(operand)) refuseRequest('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const onValue = first?.startsWith('$') === true && !['$and', '$or', '$nor', '$expr'].includes(first);
  if (onValue) {
    const test = compileCondition(operand);
    return (values) => values.some((value) => Array.isArray(value) && value.some((item) => test([item])));
  }
  const matches = compileFilter(operand);
  return (values) =>
    values.some((value) => Array.isArray(value) && value.some((item) => isDocument(item) && matches(item)));
};

const compileRegex: CompileOperator = (operand, { siblings }) => {
  const { $options: options } = siblings;
  if (operand instanceof RegExp)
    return memberTest(options === undefined ? operand : compileRegExp(operand.source, options));
  return regExpTest(compileRegExp(operand, options));
};

const compileMod: CompileOperator = (operand) => {
  const [divisor, remainder] = readList('$mod', operand).map((part) => Math.trunc(Number(part)));
  if (divisor === undefined || remainder === undefined) refuseRequest('malformed mod, not enough elements');
  if (divisor === 0 || Number.isNaN(divisor) || Number.isNaN(remainder)) refuseRequest('divisor cannot be 0');
  return some((value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder);
};

const compileSize: CompileOperator = (operand) => {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    refuseRequest('$size must be a whole number, zero or more');
  }
  return (values) => values.some((value) => Array.isArray(value) && value.length === operand);
};

const compileNot: CompileOperator = (operand, { compileCondition }) => {
  if (!(operand instanceof RegExp) && !isOperatorExpression(operand)) refuseRequest('$not needs a regex or a document');
  const test = compileCondition(operand);
  return (values) => !test(values);
};

/** Every operator that may stand behind a field, by its name in MongoDB. */
export const FIELD_OPERATORS: Readonly<Record<string, CompileOperator>> = {
  $eq: (operand) => equalTest(operand),
  $ne: (operand) => {
    if (operand instanceof RegExp) refuseRequest("Can't have regex as arg to $ne.");
    const equals = equalTest(operand);
    return (values) => !equals(values);
  },
  $gt: orderTest((order) => order > 0),
  $gte: orderTest((order) => order >= 0),
  $lt: orderTest((order) => order < 0),
  $lte: orderTest((order) => order <= 0),
  $in: compileIn,
  $nin: (operand, surroundings) => {
    const isIn = compileIn(operand, surroundings);
    return (values) => !isIn(values);
  },
  $all: compileAll,
  $elemMatch: compileElemMatch,
  $size: compileSize,
  $exists: (operand) => {
    const wanted = operand !== false && operand !== 0 && operand !== null;
    return (values) => values.some((value) => value !== MISSING) === wanted;
  },
  $type: (operand) => some(typeTest(operand)),
  $mod: compileMod,
  $regex: compileRegex,
  $not: compileNot,
  $geoWithin: (operand) => some(geoWithinTest(operand)),
  $geoIntersects: (operand) => some(geoIntersectsTest(operand)),
  $nearSphere: (operand) => some(geoNearTest(operand)),
  $near: (operand) => some(geoNearTest(operand)),
};
