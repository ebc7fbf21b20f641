import fc from 'fast-check';
import { roundedFen, statementOf } from './statement';

const nothing = {
  ...{ monthlyPayFen: 1_500_000, unpaidHalfDays: 0, statutoryLeaveHalfDays: 0, companyLeaveHalfDays: 0 },
  ...{ workdayOvertimeHalfHours: 0, restDayOvertimeHalfHours: 0, holidayOvertimeHalfHours: 0 },
  ...{ severanceHalfMonths: 0, severanceMonthlyFen: 0, additions: [], deductions: [] },
};
const fenOf = (more: Partial<typeof nothing>) => statementOf({ ...nothing, ...more }, []).lines.map(({ fen }) => fen);

it('half a fen is rounded up, less than half is not paid', () => {
  expect([roundedFen(1n, 2n), roundedFen(3n, 2n), roundedFen(1n, 3n), roundedFen(0n, 7n)]).toEqual([1, 2, 0, 0]);
});

it('is never more than half a fen away from what it is exactly', () => {
  const whole = (max: bigint) => fc.bigInt({ min: 0n, max });
  fc.assert(
    fc.property(whole(10n ** 14n), whole(10n ** 5n), (numerator, less) => {
      const denominator = less + 1n;
      const off = (BigInt(roundedFen(numerator, denominator)) * denominator - numerator) * 2n;
      expect(off <= denominator && off > -denominator).toBe(true);
    }),
  );
});

it('pays a day as the monthly pay ÷ 21.75, and an hour as an eighth of that', () => {
  expect(fenOf({ unpaidHalfDays: 20 })).toEqual([689_655]);
  expect(fenOf({ unpaidHalfDays: 1 })).toEqual([34_483]);
  expect(fenOf({ workdayOvertimeHalfHours: 2 })).toEqual([12_931]);
  expect(fenOf({ restDayOvertimeHalfHours: 2 })).toEqual([17_241]);
  expect(fenOf({ holidayOvertimeHalfHours: 2 })).toEqual([25_862]);
});

it('adds twofold for annual leave by law, since onefold is in the pay, and onefold for the company’s own', () => {
  expect(fenOf({ statutoryLeaveHalfDays: 2, companyLeaveHalfDays: 2 })).toEqual([137_931, 68_966]);
});

it('totals the rounded lines, less what is deducted and what did not come back', () => {
  const input = { ...nothing, severanceHalfMonths: 3, severanceMonthlyFen: 1_000_001 };
  const { lines, totalFen } = statementOf({ ...input, deductions: [{ reason: '借款', fen: 100 }] }, [
    { title: '电脑与配件归还', costFen: 320_000 },
  ]);
  expect(lines.map(({ fen }) => fen)).toEqual([1_500_002, -100, -320_000]);
  expect(totalFen).toBe(1_500_002 - 100 - 320_000);
});

it('stays exact at the bounds of what finance may put in', () => {
  const most = { monthlyPayFen: 100_000_000, holidayOvertimeHalfHours: 600 };
  const exactly = (100_000_000n * 600n * 6n * 100n * 2n + 2175n * 32n) / (2175n * 32n * 2n);
  expect(fenOf(most)).toEqual([Number(exactly)]);
});
