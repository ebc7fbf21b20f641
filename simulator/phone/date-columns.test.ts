import { dateColumns, dateFromIndexes, timeColumns } from './browser/frame/builtins/date-columns';

const year = { start: '2024-02-10', end: '2025-03-05', fields: 'day' };

test('the wheel begins and ends where the bounds say', () => {
  const [years, months, days] = dateColumns('2024-02-29', year);
  expect(years?.labels).toEqual(['2024年', '2025年']);
  expect(months?.labels[0]).toBe('2月');
  expect(days).toMatchObject({ index: 19 });
  expect(days?.labels[0]).toBe('10日');
  expect(dateColumns('2025-03-01', year)[2]?.labels).toEqual(['1日', '2日', '3日', '4日', '5日']);
});

test.each([
  ['2020-01-01', '2024-02-10'],
  ['2030-01-01', '2025-03-05'],
  ['2024-12-31', '2024-12-31'],
])('the value %s stands at %s', (value, stands) => {
  const indexes = dateColumns(value, year).map((column) => column.index);
  expect(dateFromIndexes(indexes, year)).toBe(stands);
});

test('a day that the month has not becomes its last', () => {
  const bounds = { start: '2023-01-01', end: '2024-12-31', fields: 'day' };
  expect(dateFromIndexes([0, 1, 30], bounds)).toBe('2023-02-28');
  expect(dateFromIndexes([1, 1, 30], bounds)).toBe('2024-02-29');
});

test('fields cut the wheel short', () => {
  const bounds = { start: '2020', end: '2022', fields: 'year' };
  expect(dateColumns('2021', bounds)).toEqual([{ labels: ['2020年', '2021年', '2022年'], index: 1 }]);
  expect(dateFromIndexes([2], bounds)).toBe('2022');
  expect(dateFromIndexes([1, 4], { ...bounds, fields: 'month' })).toBe('2021-05');
});

test('a time has hours and minutes', () => {
  expect(timeColumns('09:30').map((column) => column.labels[column.index])).toEqual(['09时', '30分']);
  expect(timeColumns('').map((column) => column.index)).toEqual([0, 0]);
});
