import fc from 'fast-check';
import {
  bandOf,
  type Distribution,
  medianOf,
  personsIn,
  personsWith,
  topTenthPercent,
  withPerson,
} from './distribution';

const of = (values: readonly number[]) => values.reduce<Distribution>(withPerson, {});

describe('bands', () => {
  it.each([
    [0, 0],
    [999, 999],
    [1000, 1000],
    [1004, 1000],
    [1005, 1010],
    [123_456, 123_000],
  ])('%i counts as %i', (value, band) => {
    expect(bandOf(value)).toBe(band);
  });

  it('are never off by more than half a percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (value) => {
        expect(Math.abs(bandOf(value) - value) / value).toBeLessThanOrEqual(0.005);
      }),
    );
  });
});

describe('the person in the middle', () => {
  it.each([
    [[], 0],
    [[7], 7],
    [[1, 9], 1],
    [[1, 5, 9], 5],
    [[5, 5, 5, 900], 5],
  ])('of %j has %i', (values, median) => {
    expect(medianOf(of(values))).toBe(median);
  });
});

describe('the richest tenth', () => {
  it('of nobody, and of people without points, holds nothing', () => {
    expect(topTenthPercent({})).toBe(0);
    expect(topTenthPercent(of([0, 0]))).toBe(0);
  });

  it('is one person of ten, and two of eleven', () => {
    const nine = Array.from({ length: 9 }, () => 10);
    expect(topTenthPercent(of([...nine, 90]))).toBe(50);
    expect(topTenthPercent(of([...nine, 10, 100]))).toBe(55);
  });

  it('holds a tenth when all have the same', () => {
    expect(topTenthPercent(of(Array.from({ length: 50 }, () => 30)))).toBe(10);
  });

  it('never holds less than its share, and never more than all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 60 }), (values) => {
        const percent = topTenthPercent(of(values));
        expect(percent).toBeLessThanOrEqual(100);
        if (values.some((value) => value > 0)) expect(percent).toBeGreaterThanOrEqual(9);
      }),
    );
  });
});

it('counts everybody once, and those who have at least so much', () => {
  const distribution = of([19, 20, 20, 21]);
  expect(personsIn(distribution)).toBe(4);
  expect(personsWith(distribution, 20)).toBe(3);
  expect(personsWith(distribution, 22)).toBe(0);
});
