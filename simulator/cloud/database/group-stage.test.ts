import { evaluateExpression } from './expressions';
import { countDocuments, groupDocuments } from './group-stage';

const evaluate = (value: unknown, expression: unknown) => evaluateExpression(value as never, expression);
const group = (documents: object[], specification: unknown) => [
  ...groupDocuments(documents as Record<string, unknown>[], specification, { evaluate, accumulate: evaluate }),
];

const sales = [
  { shop: 'a', price: 3, on: new Date(5) },
  { shop: 'b', price: 4 },
  { shop: 'a', price: 'free', on: new Date(2) },
  { shop: 'a', price: 3 },
  { price: 1 },
];

test('a sum and an average take numbers only, extremes leave missing values out', () => {
  expect(
    group(sales, {
      _id: '$shop',
      sum: { $sum: '$price' },
      mean: { $avg: '$price' },
      first: { $min: '$on' },
      last: { $max: '$on' },
    }),
  ).toEqual([
    { _id: 'a', sum: 6, mean: 3, first: new Date(2), last: new Date(5) },
    { _id: 'b', sum: 4, mean: 4, first: null, last: null },
    { _id: null, sum: 1, mean: 1, first: null, last: null },
  ]);
});

test('a missing value is not pushed, equal values are one in a set, first and last are null where missing', () => {
  const [a] = group(sales, {
    _id: '$shop',
    all: { $push: '$on' },
    set: { $addToSet: '$price' },
    first: { $first: '$on' },
    last: { $last: '$on' },
    number: { $count: {} },
  });
  expect(a).toEqual({
    _id: 'a',
    all: [new Date(5), new Date(2)],
    set: [3, 'free'],
    first: new Date(5),
    last: null,
    number: 3,
  });
});

test('keys are compared as MongoDB compares values: dates and documents by content, one and "1" apart', () => {
  const keys = [
    { k: new Date(1) },
    { k: new Date(1) },
    { k: 1 },
    { k: '1' },
    { k: { x: 1 } },
    { k: { x: 1 } },
    { k: null },
    {},
  ];
  expect(group(keys, { _id: '$k', n: { $sum: 1 } })).toEqual([
    { _id: new Date(1), n: 2 },
    { _id: 1, n: 1 },
    { _id: '1', n: 1 },
    { _id: { x: 1 }, n: 2 },
    { _id: null, n: 2 },
  ]);
});

test('an accumulator that needs all its documents gets them', () => {
  const [a] = group(sales, {
    _id: '$shop',
    spread: { $stdDevPop: '$price' },
    two: { $firstN: { input: '$price', n: 2 } },
  });
  expect(a).toEqual({ _id: 'a', spread: 0, two: [3, 'free'] });
});

test('a specification without _id and a field without an accumulator are refused', () => {
  expect(() => group(sales, { n: { $sum: 1 } })).toThrow("must include an '_id'");
  expect(() => group(sales, { _id: null, n: '$price' })).toThrow("The field 'n' must be an accumulator object");
});

test('counting nothing gives no document', () => {
  expect([...countDocuments([], 'n')]).toEqual([]);
  expect([...countDocuments([{}, {}], 'n')]).toEqual([{ n: 2 }]);
});
