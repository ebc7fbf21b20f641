import { refuseRequest } from '../cloud-error';
import { type Document, isDocument, isOperatorExpression } from './document';
import { evaluateExpression } from './expressions';
import { FIELD_OPERATORS, type ValueTest } from './filter-operators';
import { compileSchema } from './json-schema';
import { valuesAt } from './path-values';

/** Decides whether a document matches a filter. */
export type Filter = (document: Document) => boolean;

/** Conditions nested deeper than MongoDB's limit are refused before they exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * Compiles a MongoDB filter. An unknown operator is refused with its name, as MongoDB does; `$where` and `$text` are
 * not built.
 */
export function compileFilter(filter: Document, depth = 0): Filter {
  if (depth > MAX_DEPTH) refuseRequest(`The filter is nested deeper than ${MAX_DEPTH} levels.`);
  const parts = Object.entries(filter).map(([key, condition]) =>
    key.startsWith('$') ? compileTopLevel(key, condition, depth) : compileField(key, condition, depth),
  );
  return (document) => parts.every((part) => part(document));
}

function compileTopLevel(operator: string, condition: unknown, depth: number): Filter {
  switch (operator) {
    case '$and': {
      const parts = compileList(operator, condition, depth);
      return (document) => parts.every((part) => part(document));
    }
    case '$or': {
      const parts = compileList(operator, condition, depth);
      return (document) => parts.some((part) => part(document));
    }
    case '$nor': {
      const parts = compileList(operator, condition, depth);
      return (document) => !parts.some((part) => part(document));
    }
    case '$expr':
      return (document) => isTruthy(evaluateExpression(document, condition));
    case '$jsonSchema':
      return compileSchema(condition);
    case '$comment':
      return () => true;
    default:
      refuseRequest(`unknown top level operator: ${operator}`);
  }
}

function compileList(operator: string, condition: unknown, depth: number): Filter[] {
  if (!Array.isArray(condition) || condition.length === 0) refuseRequest(`${operator} must be a nonempty array`);
  return condition.map((part: unknown) => {
    if (!isDocument(part)) refuseRequest(`${operator} entries need to be full objects`);
    return compileFilter(part, depth + 1);
  });
}

function compileField(path: string, condition: unknown, depth: number): Filter {
  const test = compileCondition(condition, depth);
  return (document) => test(valuesAt(document, path));
}

/** Compiles what stands behind a field: a value to equal, or an object of operators that must all hold. */
export function compileCondition(condition: unknown, depth = 0): ValueTest {
  if (depth > MAX_DEPTH) refuseRequest(`The filter is nested deeper than ${MAX_DEPTH} levels.`);
  if (condition instanceof RegExp) return operatorTest('$regex', condition, {}, depth);
  if (!isOperatorExpression(condition)) return operatorTest('$eq', condition, {}, depth);
  const tests = Object.entries(condition)
    .filter(([operator]) => operator !== '$options' || !Object.hasOwn(condition, '$regex'))
    .map(([operator, operand]) => operatorTest(operator, operand, condition, depth));
  return (values) => tests.every((test) => test(values));
}

function operatorTest(operator: string, operand: unknown, siblings: Document, depth: number): ValueTest {
  const compile = FIELD_OPERATORS[operator];
  if (compile === undefined) refuseRequest(`unknown operator: ${operator}`);
  return compile(operand, {
    siblings,
    compileFilter: (filter) => compileFilter(filter, depth + 1),
    compileCondition: (condition) => compileCondition(condition, depth + 1),
  });
}

function isTruthy(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}
