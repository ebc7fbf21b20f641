import { retirementDays } from './retirement';

it('who was born before the change keeps the age of before', () => {
  expect(retirementDays('1964-12-31').men).toBe('2024-12-31');
  expect(retirementDays('1969-12-15').womenOf55).toBe('2024-12-15');
  expect(retirementDays('1974-12-01').womenOf50).toBe('2024-12-01');
});

it('from 2025 on the age rises by a month for every four, or two, months of birth', () => {
  expect(retirementDays('1965-01-10').men).toBe('2025-02-10');
  expect(retirementDays('1965-04-30').men).toBe('2025-05-30');
  expect(retirementDays('1965-05-01').men).toBe('2025-07-01');
  expect(retirementDays('1970-01-10').womenOf55).toBe('2025-02-10');
  expect(retirementDays('1975-02-10').womenOf50).toBe('2025-03-10');
  expect(retirementDays('1975-03-10').womenOf50).toBe('2025-05-10');
});

it('it ends at 63, 58 and 55', () => {
  expect(retirementDays('1976-08-31').men).toBe('2039-07-31');
  expect(retirementDays('1976-09-01').men).toBe('2039-09-01');
  expect(retirementDays('1990-01-01').men).toBe('2053-01-01');
  expect(retirementDays('1981-09-01').womenOf55).toBe('2039-09-01');
  expect(retirementDays('1984-11-01').womenOf50).toBe('2039-11-01');
  expect(retirementDays('1984-10-01').womenOf50).toBe('2039-09-01');
});
