import { Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import type { Document } from './document';
import { EXPRESSION_OVERRIDES } from './expression-overrides';

/** Scripts (`$function`, `$accumulator`, `$where`) do not exist on the platform. */
export const MINGO_OPTIONS = { scriptEnabled: false, useStrictMode: true, failOnError: true, processingMode: 0 };

/** mingo's expressions with our corrections in front: a registered operator cannot be replaced later. */
const EXPRESSIONS: Context = Context.init({ expression: EXPRESSION_OVERRIDES })
  .addExpressionOps({ ...expressions })
  .addAccumulatorOps({ ...accumulators });

/** The value of an aggregation expression (`$expr`, computed projections) for one document. */
export function evaluateExpression(document: Document, expression: unknown): unknown {
  return evalExpr(document, expression as Document, { ...MINGO_OPTIONS, idKey: '_id', context: EXPRESSIONS });
}
