import { type Context, evalExpr } from 'mingo/core';
import { compareValues, sameValue } from './sort-key';

type Options = Parameters<typeof evalExpr>[2];
type Evaluate = (document: unknown, operands: unknown, options: Options) => unknown;
type ExpressionOperators = Parameters<Context['addExpressionOps']>[0];

/** The operands of an expression, each evaluated. mingo's own value type is a closed union; ours is `unknown`. */
function evaluateAll(document: unknown, operands: unknown, options: Options): unknown[] {
  const values: unknown = evalExpr(document as never, operands as never, options);
  return Array.isArray(values) ? values : [values];
}

/** mingo compares by JavaScript's rules; MongoDB compares over all types in one order. */
function comparison(accept: (order: number) => unknown): Evaluate {
  return (document, operands, options) => {
    const [left, right] = evaluateAll(document, operands, options);
    return accept(compareValues(left, right));
  };
}

/** A negative length means "to the end of the text". */
const cutBytes: Evaluate = (document, operands, options) => {
  const [text, start, length] = evaluateAll(document, operands, options);
  const bytes = Buffer.from(text === null || text === undefined ? '' : String(text));
  const from = Number(start);
  if (from < 0) return '';
  return bytes.subarray(from, Number(length) < 0 ? undefined : from + Number(length)).toString();
};

const CORRECTIONS: Record<string, Evaluate> = {
  $eq: (document, operands, options) => {
    const [left, right] = evaluateAll(document, operands, options);
    return sameValue(left, right);
  },
  $ne: (document, operands, options) => {
    const [left, right] = evaluateAll(document, operands, options);
    return !sameValue(left, right);
  },
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison((order) => Math.sign(order)),
  $substr: cutBytes,
  $substrBytes: cutBytes,
  $indexOfCP: (document, operands, options) => {
    const [text, part, start = 0, end] = evaluateAll(document, operands, options);
    if (text === null || text === undefined) return null;
    const points = [...String(text)].slice(0, end === undefined ? undefined : Number(end));
    const wanted = [...String(part)];
    for (let at = Number(start); at + wanted.length <= points.length; at++) {
      if (wanted.every((point, offset) => points[at + offset] === point)) return at;
    }
    return -1;
  },
  // Weeks begin on Sunday; days before the first Sunday of a year are in week 0.
  $week: (document, operand, options) => {
    const [dayOfYear] = evaluateAll(document, { $dayOfYear: operand }, options);
    const [dayOfWeek] = evaluateAll(document, { $dayOfWeek: operand }, options);
    return dayOfYear === null ? null : Math.floor((Number(dayOfYear) + 7 - Number(dayOfWeek)) / 7);
  },
};

/** Corrections of mingo 7.2.7 where MongoDB documents another result. */
export const EXPRESSION_OVERRIDES = CORRECTIONS as unknown as ExpressionOperators;
