import { spreadsheetOf } from './spreadsheet';

const cellOf = (text: string) => spreadsheetOf(['名称'], [[text]]).split('\r\n')[1];

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)', ' =1+1', '\u3000＝1'])(
  '%j is written as a text that no spreadsheet runs (A12)',
  (text) => {
    expect(cellOf(text)?.replace(/^"|"$/g, '')).toBe(`'${text}`);
  },
);

it('leaves words and numbers as they are', () => {
  expect(cellOf('团队咖啡券')).toBe('团队咖啡券');
  expect(spreadsheetOf(['数量'], [[-3]]).split('\r\n')[1]).toBe('-3');
});
