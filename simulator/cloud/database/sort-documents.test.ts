import { ObjectId } from 'bson';
import type { Document } from './document';
import { readSort, sortDocuments } from './sort-documents';
import { compareValues } from './sort-key';

function sorted(values: unknown[], direction: 1 | -1): unknown[] {
  const documents: Document[] = values.map((a) => (a === undefined ? {} : { a }));
  return sortDocuments(documents, [['a', direction]], (document) => document).map(({ a }) => a);
}

test('types follow MongoDB: null, numbers, texts, documents, arrays, ids, booleans, dates, patterns', () => {
  const id = new ObjectId('507f1f77bcf86cd799439011');
  const ascending = [null, -1.5, 0, 2, '', 'Z', 'a', '中', { x: 1 }, id, false, true, new Date(0), /x/];
  const shuffled = [...ascending].sort((left, right) => String(left).localeCompare(String(right)));
  expect(sorted(shuffled, 1)).toEqual(ascending);
  expect(sorted(shuffled, -1)).toEqual([...ascending].reverse());
});

test('texts compare by their bytes, so that a prefix comes first and emoji come after 中', () => {
  expect(sorted(['b', 'ab', 'a\0', 'a', '😀', '\uffee'], 1)).toEqual(['a', 'a\0', 'ab', 'b', '\uffee', '😀']);
});

test('not-a-number comes before every number', () => {
  expect(sorted([1, Number.NaN, -Infinity], 1)).toEqual([Number.NaN, -Infinity, 1]);
});

test('an array sorts by its smallest element upwards and by its largest downwards', () => {
  expect(sorted([[5, 1], 3, [2, 9]], 1)).toEqual([[5, 1], [2, 9], 3]);
  expect(sorted([[5, 1], 3, [2, 9]], -1)).toEqual([[2, 9], [5, 1], 3]);
});

test('an empty array comes before null, a missing field with it', () => {
  expect(sorted([1, null, [], undefined], 1)).toEqual([[], null, undefined, 1]);
});

test('equal documents keep their order', () => {
  const documents = [1, 2, 3].map((n) => ({ n, a: 0 }));
  expect(sortDocuments(documents, [['a', -1]], (document) => document)).toEqual(documents);
});

test('embedded documents compare field by field in their stored order', () => {
  expect(compareValues({ a: 1, b: 2 }, { b: 2, a: 1 })).toBeLessThan(0);
  expect(compareValues({ a: 1 }, { a: 1, b: 0 })).toBeLessThan(0);
});

test('a direction that is neither 1 nor -1 is refused', () => {
  expect(() => readSort({ a: 2 })).toThrow('must be 1 or -1');
});
