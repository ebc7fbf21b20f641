import Papa from 'papaparse';
import { spreadsheetOf } from './spreadsheet';

const cellOf = (text: string) => Papa.parse<string[]>(spreadsheetOf(['名称'], [[text]]).slice(1)).data[1]?.[0];
const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)'];

it.each([...formulas, ' =1+1', '\t=1', '\r=1', '\u3000＝1'])(
  '%j is written as a text that no spreadsheet runs (A12)',
  (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  },
);

it.each(['团队咖啡券', 'YS-0031', '12.50', 'a"b', '一,二', '一\n二'])('%j is read back as it was', (text) => {
  expect(cellOf(text)).toBe(text);
});

it('leaves numbers as they are, and begins with what tells Excel that it is UTF-8', () => {
  expect(spreadsheetOf(['数量'], [[-3]])).toBe('\ufeff数量\r\n-3');
});
