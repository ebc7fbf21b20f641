import { EJSON, ObjectId } from 'bson';
import { refuseRequest, sayError } from '../cloud-error';
import { type Document, isDocument } from './document';

/** The wrappers of Extended JSON that carry a value, as opposed to query and update operators. */
const WRAPPERS = new Set([
  '$oid',
  '$numberInt',
  '$numberLong',
  '$numberDouble',
  '$numberDecimal',
  '$date',
  '$regularExpression',
  '$binary',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$uuid',
  '$undefined',
  '$symbol',
  '$tcb_server_date',
]);

/** Most texts need no closer look; an escaped letter could hide one of the names. */
const MAYBE_TRICKY = /__proto__|_bsontype|\\u/;

/** Reads Extended JSON from the wire or from the store. `now` resolves `db.serverDate()`. */
export function decodeEjson(text: string, now: Date): unknown {
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch (error) {
    refuseRequest(`The request holds a text that is not JSON: ${sayError(error)}`);
  }
  if (MAYBE_TRICKY.test(text)) refuseTrickyFields(plain);
  return text.includes('"$') ? revive(plain, now) : plain;
}

/** Reads one document in Extended JSON; anything else is refused. */
export function decodeDocument(text: string, now: Date): Document {
  const value = decodeEjson(text, now);
  if (!isDocument(value)) refuseRequest('The request holds a value where a document is expected.');
  return value;
}

/** Extended JSON in relaxed form: numbers stay plain, dates, ObjectIds and regular expressions are wrapped. */
export function encodeEjson(value: unknown): string {
  return JSON.stringify(wrap(value));
}

/** As the platform answers: an ObjectId leaves the database as its hex string. */
export function encodeForWire(value: unknown): string {
  return JSON.stringify(wrap(value, true));
}

function revive(value: unknown, now: Date): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, now));
  if (!isDocument(value)) return value;
  const keys = Object.keys(value);
  const first = keys[0];
  if (first !== undefined && WRAPPERS.has(first)) return unwrap(first, value, now);
  const revived: Document = {};
  for (const key of keys) revived[key] = revive(value[key], now);
  return revived;
}

function unwrap(wrapper: string, value: Document, now: Date): unknown {
  const inner = value[wrapper];
  switch (wrapper) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(inner);
    case '$date':
      return new Date(isDocument(inner) ? Number(inner.$numberLong) : (inner as string | number));
    case '$tcb_server_date': {
      const offset = isDocument(inner) ? Number(revive(inner.offset, now) ?? 0) : 0;
      return new Date(now.getTime() + offset);
    }
    case '$oid':
      return readObjectId(inner);
    case '$regularExpression':
      return readRegExp(inner);
    case '$undefined':
      return null;
    default:
      return deserializeRare(value);
  }
}

function readObjectId(hex: unknown): ObjectId {
  if (typeof hex !== 'string' || !ObjectId.isValid(hex)) refuseRequest('An ObjectId must be 24 hexadecimal digits.');
  return new ObjectId(hex);
}

function readRegExp(inner: unknown): RegExp {
  const { pattern, options } = isDocument(inner) ? inner : {};
  return compileRegExp(pattern, options);
}

/** JavaScript's regular expressions stand in for PCRE: the flags i, m and s mean the same, x is refused. */
export function compileRegExp(pattern: unknown, options: unknown): RegExp {
  if (typeof pattern !== 'string') refuseRequest('$regex has to be a string');
  const flags = typeof options === 'string' ? [...new Set(options)].filter((flag) => !'gyd'.includes(flag)) : [];
  try {
    return new RegExp(pattern, flags.join(''));
  } catch (error) {
    refuseRequest(`Regular expression is invalid: ${sayError(error)}`);
  }
}

function deserializeRare(value: Document): unknown {
  try {
    return EJSON.deserialize(value, { relaxed: true });
  } catch (error) {
    refuseRequest(`The request holds a value that is not Extended JSON: ${sayError(error)}`);
  }
}

function wrap(value: unknown, wire = false): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $numberDouble: nameNumber(value) };
  }
  if (Array.isArray(value)) return value.map((item) => wrap(item, wire));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (value instanceof ObjectId) return wire ? value.toHexString() : { $oid: value.toHexString() };
  if (isDocument(value)) {
    const wrapped: Document = {};
    for (const key of Object.keys(value)) {
      if (value[key] !== undefined) wrapped[key] = wrap(value[key], wire);
    }
    return wrapped;
  }
  return typeof value === 'object' && value !== null ? EJSON.serialize(value, { relaxed: false }) : (value ?? null);
}

function nameNumber(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value);
}

/** Names that would reach JavaScript's own machinery instead of a document. */
function refuseTrickyFields(value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach(refuseTrickyFields);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.split('.').includes('__proto__') || key === '_bsontype') refuseRequest(`The field name ${key} is refused.`);
    refuseTrickyFields(inner);
  }
}
