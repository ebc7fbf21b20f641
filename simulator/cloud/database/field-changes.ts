import { refuseRequest } from '../cloud-error';
import { copyValue, type Document, isDocument } from './document';
import { encodeEjson } from './ejson';
import { checkFieldNames } from './field-names';
import { erasePath, readPath, writePath } from './field-path';
import { compareValues } from './sort-key';

/** Carries out one operator on one path of a document that may be changed. */
export type FieldChange = (document: Document, path: string, operand: unknown, now: Date) => void;

function readNumber(operator: string, path: string, operand: unknown): number {
  if (typeof operand === 'number') return operand;
  refuseRequest(`Cannot ${operator} with non-numeric argument: ${encodeEjson({ [path]: operand })}`);
}

/** Arithmetic on a field that is missing or a number; anything else is refused, null included. */
function calculate(
  operator: string,
  verb: string,
  compute: (value: number | undefined, operand: number) => number,
): FieldChange {
  return (document, path, operand) => {
    const amount = readNumber(verb, path, operand);
    const value = readPath(document, path);
    if (value !== undefined && typeof value !== 'number') {
      const place = `{_id: ${encodeEjson(document._id)}} has the field '${path}' of non-numeric type`;
      refuseRequest(`Cannot apply ${operator} to a value of non-numeric type. ${place}`);
    }
    writePath(document, path, compute(value, amount));
  };
}

function extreme(wins: (order: number) => boolean): FieldChange {
  return (document, path, operand) => {
    const value = readPath(document, path);
    if (value === undefined || wins(compareValues(operand, value))) writePath(document, path, copyValue(operand));
  };
}

const setField: FieldChange = (document, path, operand) => {
  checkFieldNames(operand);
  writePath(document, path, copyValue(operand));
};

const changeBits: FieldChange = (document, path, operand) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0) refuseRequest('The $bit modifier needs a document');
  let value = readPath(document, path) ?? 0;
  for (const [operation, mask] of Object.entries(operand)) {
    if (!Number.isInteger(mask) || !Number.isInteger(value))
      refuseRequest('Cannot apply $bit to a value of non-integral type');
    const bits = BigInt(Number(value));
    const other = BigInt(Number(mask));
    if (operation === 'and') value = Number(bits & other);
    else if (operation === 'or') value = Number(bits | other);
    else if (operation === 'xor') value = Number(bits ^ other);
    else refuseRequest(`The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}'`);
  }
  writePath(document, path, value);
};

/** The operators that change one value. */
export const FIELD_CHANGES: Readonly<Record<string, FieldChange>> = {
  $set: setField,
  $setOnInsert: setField,
  $unset: (document, path) => erasePath(document, path),
  $inc: calculate('$inc', 'increment', (value, amount) => (value ?? 0) + amount),
  $mul: calculate('$mul', 'multiply', (value, factor) => (value ?? 0) * factor),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $bit: changeBits,
  $currentDate: (document, path, _operand, now) => writePath(document, path, now),
};

/** `$rename`: the value moves; a missing one is left alone. */
export function renameField(document: Document, path: string, target: unknown): void {
  if (typeof target !== 'string' || target === '') refuseRequest("The 'to' field for $rename must be a string");
  const value = readPath(document, path);
  if (value === undefined) return;
  erasePath(document, path);
  writePath(document, target, value);
}
