import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { isDocument } from './document';

/**
 * Order-preserving binary keys: comparing two keys byte by byte gives MongoDB's order of the values.
 * Indexes, sorting, ranges and equality all rest on this one encoding, so they cannot disagree.
 */

/** MongoDB's order of types; a missing field counts as null. */
const RANK = {
  minKey: 1,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regExp: 50,
  maxKey: 240,
} as const;

/** The rank of a value's type: values of different ranks are never equal, nor within one range. */
export function typeRank(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return RANK.string;
    case 'number':
    case 'bigint':
      return RANK.number;
    case 'boolean':
      return RANK.boolean;
    default:
      return rankOfObject(value);
  }
}

function rankOfObject(value: unknown): number {
  if (value === null || value === undefined) return RANK.null;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (isDocument(value)) return RANK.object;
  if (value instanceof ObjectId) return RANK.objectId;
  if (value instanceof RegExp) return RANK.regExp;
  // Timestamp extends Long in bson 4, so it must be asked first.
  if (value instanceof Timestamp) return RANK.timestamp;
  if (value instanceof Long || value instanceof Decimal128) return RANK.number;
  if (value instanceof Binary) return RANK.binary;
  if (value instanceof MinKey) return RANK.minKey;
  if (value instanceof MaxKey) return RANK.maxKey;
  return RANK.object;
}

/** The bytes written so far; grown as needed and reused, since keys are made for every document of a scan. */
let scratch = Buffer.allocUnsafe(1024);
let used = 0;

function reserve(bytes: number): void {
  if (used + bytes <= scratch.length) return;
  const grown = Buffer.allocUnsafe(Math.max(scratch.length * 2, used + bytes));
  scratch.copy(grown, 0, 0, used);
  scratch = grown;
}

function writeByte(byte: number): void {
  reserve(1);
  scratch[used++] = byte;
}

/** A double as eight bytes that sort like the number; NaN sorts before every other number. */
function writeNumber(value: number): void {
  reserve(8);
  if (Number.isNaN(value)) {
    scratch.fill(0, used, used + 8);
  } else {
    scratch.writeDoubleBE(value === 0 ? 0 : value, used);
    const negative = ((scratch[used] ?? 0) & 0x80) !== 0;
    for (let index = used; index < used + 8; index++) {
      const byte = scratch[index] ?? 0;
      scratch[index] = negative ? ~byte & 0xff : index === used ? byte | 0x80 : byte;
    }
  }
  used += 8;
}

/** UTF-8 with every zero byte escaped, ended by two zero bytes: a prefix sorts before what continues it. */
function writeText(text: string): void {
  const length = Buffer.byteLength(text);
  reserve(length * 2 + 2);
  if (text.includes('\0')) {
    for (const byte of Buffer.from(text)) {
      scratch[used++] = byte;
      if (byte === 0) scratch[used++] = 0xff;
    }
  } else {
    used += scratch.write(text, used, 'utf8');
  }
  scratch[used++] = 0;
  scratch[used++] = 0;
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, used);
  used += bytes.length;
}

function writePayload(rank: number, value: unknown): void {
  if (rank === RANK.number) writeNumber(Number(value instanceof Decimal128 ? value.toString() : value));
  else if (rank === RANK.string) writeText(String(value));
  else if (rank === RANK.boolean) writeByte(value === true ? 1 : 0);
  else if (value instanceof Date) writeNumber(value.getTime());
  else if (value instanceof ObjectId) writeBytes(value.id);
  else if (value instanceof Timestamp) writeNumber(Number(value.toString()));
  else if (value instanceof RegExp) {
    writeText(value.source);
    writeText(value.flags);
  } else if (value instanceof Binary) {
    writeNumber(value.length());
    writeByte(value.sub_type);
    writeBytes(value.buffer.subarray(0, value.length()));
  } else if (Array.isArray(value)) {
    for (const item of value) writeValue(item);
    writeByte(0);
  } else if (isDocument(value)) writeFields(value);
}

/** MongoDB compares embedded documents field by field: type, then name, then value, in stored order. */
function writeFields(document: Record<string, unknown>): void {
  for (const field of Object.keys(document)) {
    const value = document[field];
    const rank = typeRank(value);
    writeByte(rank);
    writeText(field);
    writePayload(rank, value);
  }
  writeByte(0);
}

function writeValue(value: unknown): void {
  const rank = typeRank(value);
  writeByte(rank);
  writePayload(rank, value);
}

function invert(from: number): void {
  for (let index = from; index < used; index++) scratch[index] = ~(scratch[index] ?? 0) & 0xff;
}

function finish(): Buffer {
  const key = Buffer.from(scratch.subarray(0, used));
  used = 0;
  return key;
}

/** The key of several values; `descending[i]` inverts the bytes of the i-th, so that one scan serves mixed orders. */
export function encodeKey(values: readonly unknown[], descending: readonly boolean[] = []): Buffer {
  used = 0;
  for (const [position, value] of values.entries()) {
    const from = used;
    writeValue(value);
    if (descending[position] === true) invert(from);
  }
  return finish();
}

/** The first key and the first key beyond all values of this value's type, for open ranges. */
export function encodeTypeBounds(value: unknown, descending: boolean): { start: Buffer; end: Buffer } {
  const rank = typeRank(value);
  // Inverted bytes run backwards, so the bracket's ends change places.
  return descending
    ? { start: Buffer.from([~rank & 0xff]), end: Buffer.from([(~rank & 0xff) + 1]) }
    : { start: Buffer.from([rank]), end: Buffer.from([rank + 1]) };
}

/** The first key that does not start with `prefix`. Keys never consist of 0xff alone. */
export function keyAfterPrefix(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length--;
  const after = Buffer.from(prefix.subarray(0, length));
  if (length > 0) after[length - 1] = (after[length - 1] ?? 0) + 1;
  return after;
}

/** Negative, zero or positive, in MongoDB's order over all types. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') {
    if (left < right) return -1;
    if (left > right) return 1;
    if (left === right) return 0;
  }
  if (left === right && typeof left === 'string') return 0;
  const leftKey = encodeKey([left]);
  return Buffer.compare(leftKey, encodeKey([right]));
}

/** Equality as MongoDB means it: 1 equals 1.0, embedded documents must agree in the order of their fields. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeRank(left) !== typeRank(right)) return false;
  return compareValues(left, right) === 0;
}
