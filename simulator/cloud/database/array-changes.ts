import { refuseRequest } from '../cloud-error';
import { compileCondition, compileFilter } from './compile-filter';
import { copyValue, type Document, isDocument, isOperatorExpression } from './document';
import { encodeEjson } from './ejson';
import type { FieldChange } from './field-changes';
import { readPath, writePath } from './field-path';
import { readSortOrder, sortDocuments } from './sort-documents';
import { compareValues, sameValue } from './sort-key';

/** The array at a path, `undefined` when there is none yet; any other value is refused. */
function readList(document: Document, path: string, operator: string): unknown[] | undefined {
  const value = readPath(document, path);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value;
  const found = `${encodeEjson(value)} in document {_id: ${encodeEjson(document._id)}}`;
  refuseRequest(`The field '${path}' must be an array for ${operator} but is ${found}`);
}

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

/** The values to add, from a bare value or from `{ $each: […] }`. */
function readEach(operator: string, operand: unknown): { values: unknown[]; modifiers: Document } {
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) return { values: [copyValue(operand)], modifiers: {} };
  const { $each: each, ...modifiers } = operand;
  if (!Array.isArray(each)) refuseRequest(`The argument to $each in ${operator} must be an array`);
  const unknown = Object.keys(modifiers).find((name) => !MODIFIERS.has(name));
  if (unknown !== undefined) refuseRequest(`Unrecognized clause in ${operator}: ${unknown}`);
  return { values: each.map(copyValue), modifiers };
}

function readWhole(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  refuseRequest(`The value for ${name} must be an integer value`);
}

const push: FieldChange = (document, path, operand) => {
  const { values, modifiers } = readEach('$push', operand);
  let list = [...(readList(document, path, '$push') ?? [])];
  const { $position: position, $sort: order, $slice: slice } = modifiers;
  if (position === undefined || position === null) list.push(...values);
  else list.splice(readWhole('$position', position), 0, ...values);
  if (order !== undefined && order !== null) list = sortList(list, order);
  if (slice !== undefined && slice !== null) {
    const count = readWhole('$slice', slice);
    list = count < 0 ? list.slice(count) : list.slice(0, count);
  }
  writePath(document, path, list);
};

function sortList(list: unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1) return list.sort((left, right) => compareValues(left, right) * order);
  if (!isDocument(order)) refuseRequest('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  return sortDocuments(list, readSortOrder(order), (item) => (isDocument(item) ? item : {}));
}

const addToSet: FieldChange = (document, path, operand) => {
  const list = [...(readList(document, path, '$addToSet') ?? [])];
  for (const value of readEach('$addToSet', operand).values) {
    if (!list.some((item) => sameValue(item, value))) list.push(value);
  }
  writePath(document, path, list);
};

const pop: FieldChange = (document, path, operand) => {
  if (operand !== 1 && operand !== -1) refuseRequest('$pop expects 1 or -1');
  const list = readList(document, path, '$pop');
  if (list !== undefined) writePath(document, path, operand === 1 ? list.slice(0, -1) : list.slice(1));
};

function pullTest(condition: unknown): (item: unknown) => boolean {
  if (isOperatorExpression(condition) || condition instanceof RegExp) {
    const test = compileCondition(condition);
    return (item) => test([item]);
  }
  if (isDocument(condition)) {
    const matches = compileFilter(condition);
    return (item) => isDocument(item) && matches(item);
  }
  return (item) => sameValue(item, condition);
}

const pull: FieldChange = (document, path, condition) => {
  const list = readList(document, path, '$pull');
  const unwanted = pullTest(condition);
  if (list !== undefined)
    writePath(
      document,
      path,
      list.filter((item) => !unwanted(item)),
    );
};

const pullAll: FieldChange = (document, path, operand) => {
  if (!Array.isArray(operand)) refuseRequest('$pullAll requires an array argument');
  const list = readList(document, path, '$pullAll');
  if (list === undefined) return;
  writePath(
    document,
    path,
    list.filter((item) => !operand.some((value) => sameValue(item, value))),
  );
};

/** The operators that change an array. */
export const ARRAY_CHANGES: Readonly<Record<string, FieldChange>> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
