import { applyUpdate } from './apply-update';
import type { Document } from './document';

const now = new Date('2026-03-01T00:00:00Z');

function update(document: Document, change: Document, filter: Document = {}): Document {
  return applyUpdate(document, change, { filter, now });
}

test('the given document stays as it was', () => {
  const document = { a: { b: [1] } };
  update(document, { $push: { 'a.b': 2 } });
  expect(document).toEqual({ a: { b: [1] } });
});

describe('fields', () => {
  test('set, unset and rename, through paths that do not exist yet', () => {
    expect(update({ a: 1 }, { $set: { 'b.c': 2 }, $unset: { a: '' } })).toEqual({ b: { c: 2 } });
    expect(update({ a: 1 }, { $rename: { a: 'b.c' } })).toEqual({ b: { c: 1 } });
    expect(update({}, { $rename: { a: 'b' } })).toEqual({});
    expect(update({ a: [1, 2] }, { $unset: { 'a.0': '' } })).toEqual({ a: [null, 2] });
    expect(update({ a: [1] }, { $set: { 'a.3': 4 } })).toEqual({ a: [1, null, null, 4] });
  });

  test('numbers: increase, multiply, smallest, largest, bits', () => {
    expect(update({ n: 2 }, { $inc: { n: 3, m: 1 } })).toEqual({ n: 5, m: 1 });
    expect(update({ n: 2 }, { $mul: { n: 3, m: 7 } })).toEqual({ n: 6, m: 0 });
    expect(update({ n: 2 }, { $min: { n: 1 } })).toEqual({ n: 1 });
    expect(update({ n: 2 }, { $max: { n: 1, m: 4 } })).toEqual({ n: 2, m: 4 });
    expect(update({ n: 13 }, { $bit: { n: { and: 10 } } })).toEqual({ n: 8 });
  });

  test('the clock comes from outside', () => {
    expect(update({}, { $currentDate: { at: true } })).toEqual({ at: now });
  });

  test('$setOnInsert counts only for an upsert', () => {
    expect(update({}, { $setOnInsert: { a: 1 } })).toEqual({});
    expect(applyUpdate({}, { $setOnInsert: { a: 1 } }, { filter: {}, now, inserting: true })).toEqual({ a: 1 });
  });
});

describe('arrays', () => {
  test('push with its modifiers', () => {
    expect(update({}, { $push: { a: 1 } })).toEqual({ a: [1] });
    expect(update({ a: [1] }, { $push: { a: { $each: [3, 2], $sort: -1, $slice: 2 } } })).toEqual({ a: [3, 2] });
    expect(update({ a: [1] }, { $push: { a: { $each: [0], $position: 0 } } })).toEqual({ a: [0, 1] });
  });

  test('add to a set, pop, pull', () => {
    expect(update({ a: [1] }, { $addToSet: { a: { $each: [1, 2] } } })).toEqual({ a: [1, 2] });
    expect(update({ a: [1, 2, 3] }, { $pop: { a: -1 } })).toEqual({ a: [2, 3] });
    expect(update({ a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } })).toEqual({ a: [1] });
    expect(update({ a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } })).toEqual({ a: [{ b: 2 }] });
    expect(update({ a: [1, 2, 1] }, { $pullAll: { a: [1] } })).toEqual({ a: [2] });
  });

  test('$ is the element that the condition matched, $[] is every element', () => {
    const grades = { list: [{ n: 1 }, { n: 2 }] };
    expect(update(grades, { $set: { 'list.$.ok': true } }, { 'list.n': 2 })).toEqual({
      list: [{ n: 1 }, { n: 2, ok: true }],
    });
    expect(update(grades, { $inc: { 'list.$[].n': 1 } })).toEqual({ list: [{ n: 2 }, { n: 3 }] });
    expect(() => update(grades, { $set: { 'list.$.ok': true } }, { _id: 1 })).toThrow(
      'positional operator did not find',
    );
  });
});

describe('what MongoDB refuses is refused', () => {
  test.each<[string, Document, Document, string]>([
    ['$inc on a text', { n: 'x' }, { $inc: { n: 1 } }, 'non-numeric type'],
    ['$inc on null', { n: null }, { $inc: { n: 1 } }, 'non-numeric type'],
    ['$inc by a text', { n: 1 }, { $inc: { n: '1' } }, 'Cannot increment with non-numeric argument'],
    ['$push on a text', { a: 'x' }, { $push: { a: 1 } }, 'must be an array'],
    ['$pull on a number', { a: 1 }, { $pull: { a: 1 } }, 'must be an array'],
    ['$pop by two', { a: [1] }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    ['an unknown operator', {}, { $increase: { n: 1 } }, 'Unknown modifier: $increase'],
    ['fields without an operator', {}, { a: 1 }, 'atomic operators'],
    ['two changes of one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 'would create a conflict'],
    ['a path and what lies inside it', {}, { $set: { a: {}, 'a.b': 1 } }, 'would create a conflict'],
    ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    ['another _id', { _id: 1 }, { $set: { _id: 2 } }, "immutable field '_id'"],
    ['a field that looks like an operator', {}, { $set: { a: { $gt: 1 } } }, 'not valid for storage'],
  ])('%s', (_name, document, change, sentence) => {
    expect(() => update(document, change)).toThrow(sentence);
  });
});
