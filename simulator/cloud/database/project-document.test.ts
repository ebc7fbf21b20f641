import { compileProjection } from './project-document';

const document = {
  _id: 1,
  a: 1,
  b: { c: 2, d: 3 },
  list: [
    { x: 1, y: 2 },
    { x: 3, y: 4 },
  ],
};

test.each<[Record<string, unknown>, unknown]>([
  [{ a: 1 }, { _id: 1, a: 1 }],
  [{ a: 1, _id: 0 }, { a: 1 }],
  [{ 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
  [{ 'list.x': 1 }, { _id: 1, list: [{ x: 1 }, { x: 3 }] }],
  [
    { b: 0, list: 0 },
    { _id: 1, a: 1 },
  ],
  [{ _id: 0 }, { a: 1, b: { c: 2, d: 3 }, list: document.list }],
  [
    { 'list.y': 0, b: 0 },
    { _id: 1, a: 1, list: [{ x: 1 }, { x: 3 }] },
  ],
  [{ list: { $slice: -1 } }, { _id: 1, a: 1, b: { c: 2, d: 3 }, list: [{ x: 3, y: 4 }] }],
  [
    { a: 1, list: { $slice: [0, 1] } },
    { _id: 1, a: 1, list: [{ x: 1, y: 2 }] },
  ],
  [{ list: { $elemMatch: { x: 3 } } }, { _id: 1, list: [{ x: 3, y: 4 }] }],
  [{ sum: { $add: ['$a', '$b.c'] } }, { _id: 1, sum: 3 }],
])('%j', (projection, expected) => {
  expect(compileProjection(projection)(document)).toEqual(expected);
});

test('keeping some fields and leaving out others is refused', () => {
  expect(() => compileProjection({ a: 1, b: 0 })).toThrow('Cannot do exclusion on field b');
});
