import fc from 'fast-check';
import { type ForecastBasis, forecastHeld } from './forecast';

const basis: ForecastBasis = {
  month: '2026-11',
  lots: { '2026-12': 100, '2027-10': 300 },
  issuedPerMonth: 60,
  spentShare: 0,
  lotMonths: 12,
};

describe('the forecast', () => {
  it('adds what is issued, and lets a lot expire at the end of its month and not before', () => {
    const [december, january] = forecastHeld(basis, 2);
    expect(december).toEqual({ month: '2026-12', issued: 60, spent: 0, expired: 100, held: 360 });
    expect(january).toEqual({ month: '2027-01', issued: 60, spent: 0, expired: 0, held: 420 });
  });

  it('takes what is spent from the lot that expires first', () => {
    const [december] = forecastHeld({ ...basis, issuedPerMonth: 0, spentShare: 0.1 }, 1);
    expect(december).toEqual({ month: '2026-12', issued: 0, spent: 40, expired: 60, held: 300 });
  });

  it('lets what is earned now expire after the months of a lot', () => {
    const earned = forecastHeld({ ...basis, lots: {}, lotMonths: 2 }, 4);
    expect(earned.map(({ expired }) => expired)).toEqual([0, 0, 60, 60]);
  });

  it('goes over the end of a year', () => {
    expect(forecastHeld(basis, 3).map(({ month }) => month)).toEqual(['2026-12', '2027-01', '2027-02']);
  });

  it('loses no point: what was held and issued is spent, expired or held', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const lots = fc.dictionary(fc.constantFrom('2026-11', '2026-12', '2027-03', '2027-10'), fc.nat(10_000));
    fc.assert(
      fc.property(lots, fc.nat(5_000), share, (held, issuedPerMonth, spentShare) => {
        const months = forecastHeld({ ...basis, lots: held, issuedPerMonth, spentShare }, 6);
        let before = Object.values(held).reduce((sum, points) => sum + points, 0);
        for (const month of months) {
          expect(month.held).toBe(before + month.issued - month.spent - month.expired);
          expect(Math.min(month.held, month.spent, month.expired)).toBeGreaterThanOrEqual(0);
          before = month.held;
        }
      }),
    );
  });
});
