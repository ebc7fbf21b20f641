import Papa from 'papaparse';
import { csvCell, type ValuedRedemption, valueSheet, valuesByPerson, yuan } from './value-sheet';

const redemption: ValuedRedemption = {
  personId: 'p-1',
  personName: '林晓',
  branchId: 'head-office',
  valueFen: 3_950,
};

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [100, '1.00'],
  [123_456, '1234.56'],
])('%i fen are %s yuan', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

it('adds up what each person had, the most first', () => {
  const other = { ...redemption, personId: 'p-2', personName: '陈一诺', valueFen: 9_000 };
  expect(valuesByPerson([redemption, other, redemption])).toEqual([
    { personId: 'p-2', personName: '陈一诺', branchId: 'head-office', redemptions: 1, valueFen: 9_000 },
    { personId: 'p-1', personName: '林晓', branchId: 'head-office', redemptions: 2, valueFen: 7_900 },
  ]);
});

describe('a cell', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠a'])(
    'that a spreadsheet would run as a formula (%j) is made a text',
    (text) => {
      expect(Papa.parse<string[]>(csvCell(text)).data[0]?.[0]).toBe(`'${text}`);
    },
  );

  it.each(['林晓', 'YS-0031', '12.50', 'a"b', '一,二', '一\n二'])('%j is read back as it was', (text) => {
    expect(Papa.parse<string[]>(csvCell(text)).data[0]?.[0]).toBe(text);
  });
});

it('writes a file that Excel reads as UTF-8, with a row for each person', () => {
  const [row] = valuesByPerson([{ ...redemption, personName: '=HYPERLINK("http://x")' }]);
  const file = valueSheet('2026-11', row ? [{ ...row, employeeNumber: 'YS-0031' }] : []);
  expect(file.startsWith('\ufeff')).toBe(true);
  expect(Papa.parse<string[]>(file.slice(1).trim()).data).toEqual([
    ['月份', '工号', '姓名', '分公司', '兑换件数', '计税价值（元）'],
    ['2026-11', 'YS-0031', `'=HYPERLINK("http://x")`, 'head-office', '1', '39.50'],
  ]);
});
