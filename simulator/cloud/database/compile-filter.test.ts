import { Decimal128, MaxKey, ObjectId } from 'bson';
import { compileFilter } from './compile-filter';
import type { Document } from './document';

function matches(filter: Document, document: Document): boolean {
  return compileFilter(filter)(document);
}

describe('equality', () => {
  test('a value matches itself and an array that holds it', () => {
    expect(matches({ a: 1 }, { a: 1 })).toBe(true);
    expect(matches({ a: 1 }, { a: [0, 1] })).toBe(true);
    expect(matches({ a: [0, 1] }, { a: [0, 1] })).toBe(true);
    expect(matches({ a: [0, 1] }, { a: [[0, 1]] })).toBe(true);
    expect(matches({ a: 1 }, { a: [[1]] })).toBe(false);
    expect(matches({ a: '1' }, { a: 1 })).toBe(false);
  });

  test('null matches null and a missing field, but no element that leads nowhere', () => {
    expect(matches({ a: null }, {})).toBe(true);
    expect(matches({ a: null }, { a: null })).toBe(true);
    expect(matches({ a: null }, { a: [1, null] })).toBe(true);
    expect(matches({ a: null }, { a: 0 })).toBe(false);
    expect(matches({ 'a.b': null }, { a: 4 })).toBe(true);
    expect(matches({ 'a.b': null }, { a: [{}] })).toBe(true);
    expect(matches({ 'a.b': null }, { a: [] })).toBe(false);
    expect(matches({ 'a.b': null }, { a: [1, 2] })).toBe(false);
  });

  test('embedded documents must agree in the order of their fields', () => {
    expect(matches({ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } })).toBe(true);
    expect(matches({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toBe(false);
    expect(matches({ a: { x: 1 } }, { a: { x: 1, y: 2 } })).toBe(false);
  });

  test('a path enters documents inside an array but not arrays inside an array', () => {
    expect(matches({ 'a.b': 1 }, { a: [{ b: 0 }, { b: 1 }] })).toBe(true);
    expect(matches({ 'a.1.b': 1 }, { a: [{ b: 0 }, { b: 1 }] })).toBe(true);
    expect(matches({ 'a.0': 7 }, { a: [7] })).toBe(true);
    expect(matches({ 'a.b': 1 }, { a: [[{ b: 1 }]] })).toBe(false);
    expect(matches({ 'a.b': 1 }, { a: [[1]] })).toBe(false);
  });

  test('an ObjectId is not its hexadecimal text', () => {
    const hex = '507f1f77bcf86cd799439011';
    expect(matches({ a: new ObjectId(hex) }, { a: new ObjectId(hex) })).toBe(true);
    expect(matches({ a: hex }, { a: new ObjectId(hex) })).toBe(false);
    expect(matches({ a: Decimal128.fromString('1.5') }, { a: 1.5 })).toBe(true);
  });
});

describe('ranges', () => {
  test('only values of the same type are compared', () => {
    expect(matches({ a: { $gt: 1 } }, { a: 2 })).toBe(true);
    expect(matches({ a: { $gt: 1 } }, { a: 'z' })).toBe(false);
    expect(matches({ a: { $lt: 'b' } }, { a: 1 })).toBe(false);
    expect(matches({ a: { $gt: new Date(1) } }, { a: new Date(2) })).toBe(true);
    expect(matches({ a: { $lt: new MaxKey() } }, { a: 'anything' })).toBe(true);
  });

  test('null takes part with missing fields', () => {
    expect(matches({ a: { $lte: null } }, {})).toBe(true);
    expect(matches({ a: { $gte: null } }, { a: null })).toBe(true);
    expect(matches({ a: { $lt: null } }, {})).toBe(false);
  });

  test('not-a-number equals itself alone', () => {
    expect(matches({ a: Number.NaN }, { a: Number.NaN })).toBe(true);
    expect(matches({ a: { $gte: Number.NaN } }, { a: Number.NaN })).toBe(true);
    expect(matches({ a: { $lt: 5 } }, { a: Number.NaN })).toBe(false);
  });
});

describe('operators', () => {
  test('lists, negations and existence', () => {
    expect(matches({ a: { $in: [1, /^x/] } }, { a: 'xyz' })).toBe(true);
    expect(matches({ a: { $nin: [1] } }, {})).toBe(true);
    expect(matches({ a: { $ne: 1 } }, { a: [1, 2] })).toBe(false);
    expect(matches({ a: { $not: { $gt: 1 } } }, {})).toBe(true);
    expect(matches({ a: { $exists: false } }, { a: null })).toBe(false);
    expect(matches({ $nor: [{ a: 1 }, { b: 1 }] }, { a: 2 })).toBe(true);
  });

  test('arrays: size, all, and elements that meet several conditions', () => {
    expect(matches({ a: { $size: 2 } }, { a: [1, 2] })).toBe(true);
    expect(matches({ a: { $all: [1, 2] } }, { a: [2, 1, 0] })).toBe(true);
    expect(matches({ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 2] })).toBe(true);
    expect(matches({ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 4] })).toBe(false);
    expect(matches({ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] })).toBe(false);
    expect(matches({ a: { $elemMatch: { b: 1 } } }, { a: [1, 'b'] })).toBe(false);
  });

  test('$type looks into arrays', () => {
    expect(matches({ a: { $type: 'string' } }, { a: [1, 'x'] })).toBe(true);
    expect(matches({ a: { $type: 'array' } }, { a: [] })).toBe(true);
    expect(matches({ a: { $type: ['null', 'bool'] } }, {})).toBe(false);
  });

  test('$mod matches numbers only', () => {
    expect(matches({ a: { $mod: [3, 0] } }, { a: 9 })).toBe(true);
    expect(matches({ a: { $mod: [3, 0] } }, { a: null })).toBe(false);
    expect(matches({ a: { $mod: [3, 0] } }, { a: new Date(9) })).toBe(false);
  });

  test('$regex takes its options, $expr compares fields, $jsonSchema describes a document', () => {
    expect(matches({ a: { $regex: '^AB', $options: 'i' } }, { a: 'abc' })).toBe(true);
    expect(matches({ $expr: { $gt: ['$spent', '$budget'] } }, { spent: 5, budget: 3 })).toBe(true);
    expect(matches({ $jsonSchema: { required: ['a'], properties: { a: { minimum: 2 } } } }, { a: 1 })).toBe(false);
  });

  test('places inside an area and near a point', () => {
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0, 3],
          [3, 3],
          [3, 0],
          [0, 0],
        ],
      ],
    };
    const inside = { place: { type: 'Point', coordinates: [1, 1] } };
    expect(matches({ place: { $geoWithin: { $geometry: area } } }, inside)).toBe(true);
    expect(
      matches({ place: { $geoWithin: { $geometry: area } } }, { place: { type: 'Point', coordinates: [4, 1] } }),
    ).toBe(false);
    const near = { $geometry: { type: 'Point', coordinates: [1, 1.001] }, $maxDistance: 200 };
    expect(matches({ place: { $nearSphere: near } }, inside)).toBe(true);
  });
});

describe('refusals', () => {
  test.each([
    [{ a: { $greater: 1 } }, 'unknown operator: $greater'],
    [{ $where: 'true' }, 'unknown top level operator: $where'],
    [{ a: { $in: 1 } }, '$in needs an array'],
    [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ $or: [] }, '$or must be a nonempty array'],
    [{ a: { $gt: /x/ } }, "Can't have RegExp"],
    [{ a: { $regex: '(' } }, 'Regular expression is invalid'],
    [{ a: { $size: -1 } }, '$size must be'],
  ])('%j is refused', (filter, sentence) => {
    expect(() => compileFilter(filter)).toThrow(sentence);
  });

  test('a filter of a thousand levels does not exhaust the stack', () => {
    let filter: Document = { a: 1 };
    for (let depth = 0; depth < 1000; depth++) filter = { $and: [filter] };
    expect(() => compileFilter(filter)).toThrow('nested deeper');
  });
});
