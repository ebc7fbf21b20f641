import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { refuseRequest } from '../cloud-error';
import { isDocument } from './document';
import { MISSING } from './path-values';

/** The number and the name of each BSON type, with the test that recognises it. */
const TYPES: readonly (readonly [number, string, (value: unknown) => boolean])[] = [
  [1, 'double', (value) => typeof value === 'number' && !isInteger(value)],
  [2, 'string', (value) => typeof value === 'string'],
  [3, 'object', (value) => isDocument(value)],
  [4, 'array', (value) => Array.isArray(value)],
  [5, 'binData', (value) => value instanceof Binary],
  [7, 'objectId', (value) => value instanceof ObjectId],
  [8, 'bool', (value) => typeof value === 'boolean'],
  [9, 'date', (value) => value instanceof Date],
  [10, 'null', (value) => value === null],
  [11, 'regex', (value) => value instanceof RegExp],
  [16, 'int', (value) => isInteger(value) && Math.abs(Number(value)) < 2 ** 31],
  [17, 'timestamp', (value) => value instanceof Timestamp],
  [18, 'long', (value) => isInteger(value) && Math.abs(Number(value)) >= 2 ** 31],
  [19, 'decimal', (value) => value instanceof Decimal128],
  [-1, 'minKey', (value) => value instanceof MinKey],
  [127, 'maxKey', (value) => value instanceof MaxKey],
];

/** Numbers are held as doubles: a whole one counts as int or long by its size, as the SDK sends it. */
function isInteger(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value);
}

/** Compiles the operand of `$type`: a number, a name, `number`, or a list of them. */
export function typeTest(operand: unknown): (value: unknown) => boolean {
  const wanted: unknown[] = Array.isArray(operand) ? operand : [operand];
  const tests = wanted.map((type) => {
    if (type === 'number') return (value: unknown) => typeof value === 'number' || value instanceof Decimal128;
    const known = TYPES.find(([code, name]) => code === type || name === type);
    if (known === undefined) refuseRequest(`Unknown type name alias: ${String(type)}`);
    return known[2];
  });
  return (value) => value !== MISSING && tests.some((test) => test(value));
}
