import { valueHeader, valueRow, valuesByPerson, yuan } from './value-sheet';

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [100, '1.00'],
  [123_456, '1234.56'],
])('%i fen are %s yuan', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

it('adds up what each person had, the most first', () => {
  const mug = { personId: 'p-1', valueFen: 3_950 };
  expect(valuesByPerson([mug, { personId: 'p-2', valueFen: 9_000 }, mug])).toEqual([
    { personId: 'p-2', gifts: 1, valueFen: 9_000 },
    { personId: 'p-1', gifts: 2, valueFen: 7_900 },
  ]);
});

it('a person is a line that has as many cells as the header', () => {
  const who = { employeeNumber: 'YS-0031', personName: '林晓', branchId: 'head-office' };
  const row = valueRow('2026-11', { personId: 'p-1', gifts: 1, valueFen: 3_950, ...who });
  expect(row).toEqual(['2026-11', 'YS-0031', '林晓', 'head-office', 1, '39.50']);
  expect(row).toHaveLength(valueHeader.length);
});
