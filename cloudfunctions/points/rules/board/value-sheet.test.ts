import * as fc from 'fast-check';
import { dividedValue } from './value-sheet';

describe('the value of a team gift', () => {
  it('is divided by what each person paid, however often; the odd fen goes to whom rounding took the most from', () => {
    const paid = [
      { personId: 'p-1', points: 1 },
      { personId: 'p-2', points: 1 },
      { personId: 'p-1', points: 1 },
    ];
    expect(dividedValue(100, paid)).toEqual([
      { personId: 'p-1', valueFen: 67 },
      { personId: 'p-2', valueFen: 33 },
    ]);
    expect(dividedValue(10_000_000, [{ personId: 'p-1', points: 1_000_000 }])).toEqual([
      { personId: 'p-1', valueFen: 10_000_000 },
    ]);
  });

  it('is divided to the last fen, nobody a fen from their part', () => {
    const person = fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      points: fc.integer({ min: 1, max: 1e6 }),
    });
    const paid = fc.array(person, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e7 }), paid, (valueFen, shares) => {
        const divided = dividedValue(valueFen, shares);
        expect(divided.reduce((sum, part) => sum + part.valueFen, 0)).toBe(valueFen);
        const whole = shares.reduce((sum, { points }) => sum + points, 0);
        for (const { personId, valueFen: part } of divided) {
          const own = shares.filter((one) => one.personId === personId).reduce((sum, { points }) => sum + points, 0);
          expect(Math.abs(part - (valueFen * own) / whole)).toBeLessThan(1);
        }
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
