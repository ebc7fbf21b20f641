import writeXlsxFile from 'write-excel-file/node';
import { Refusal } from '../../../shared/refusal';
import { inGbk, zipOf } from '../../../test/table-files';
import { readRoster } from './read-roster';

const text = '工号,姓名,部门\nN1,陈晓,研发部\nN2,"王, 一",市场部\n';
const rows = [
  ['N1', '陈晓', '研发部'],
  ['N2', '王, 一', '市场部'],
];

async function refusalOf(file: Buffer): Promise<[string, unknown]> {
  const error = await readRoster(file).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`);
  return [error.code, error.detail];
}

describe('a roster is read the same', () => {
  it.each([
    ['as UTF-8', Buffer.from(text)],
    ['with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['as GBK', inGbk(text)],
    ['as UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['with semicolons', Buffer.from('工号;姓名;部门\nN1;陈晓;研发部\nN2;王, 一;市场部')],
    ['with tabs', Buffer.from('工号\t姓名\t部门\r\nN1\t陈晓\t研发部\r\n\r\nN2\t王, 一\t市场部\r\n')],
    ['with a title above the headings', Buffer.from(`云杉科技员工花名册,,\n,,\n${text}`)],
    ['with empty columns at the end', Buffer.from(text.replaceAll('\n', ',,,\n'))],
  ])('%s', async (_, file) => {
    const table = await readRoster(file);
    expect(table.headings).toEqual(['工号', '姓名', '部门']);
    expect(table.rows.map((row) => row.slice(0, 3))).toEqual(rows);
  });

  it.each([
    ['headings first', text, [2, 3]],
    ['a title and a blank line above the headings', `花名册,,\n\n${text}`, [4, 5]],
    ['a blank line between', '工号,姓名,部门\nN1,陈晓,研发部\n\n,,\nN2,"王, 一",市场部', [2, 5]],
  ])('and its lines are counted as a spreadsheet does: %s', async (_, file, lineNumbers) => {
    const table = await readRoster(Buffer.from(file));
    expect({ rows: table.rows.length, lineNumbers: table.lineNumbers }).toEqual({ rows: 2, lineNumbers });
  });

  it('as a workbook, with dates as days and numbers as written', async () => {
    const sheet = [
      ['工号', '姓名', '入职日期'].map((value) => ({ value, type: String })),
      [
        { value: 1103024456, type: Number },
        { value: '陈晓', type: String },
        { value: new Date('2008-10-27T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' },
      ],
    ];
    const table = await readRoster(await writeXlsxFile(sheet).toBuffer());
    expect(table.rows).toEqual([['1103024456', '陈晓', '2008-10-27']]);
  });
});

describe('what is not a roster is refused in words', () => {
  const line = (cells: number) => Array.from({ length: cells }, (_, index) => `列${index}`).join(',');
  const body = (count: number) => Array.from({ length: count }, (_, index) => `N${index},陈晓,研发部`).join('\n');

  it.each<[string, () => Buffer, string, unknown]>([
    ['more than 10 MB', () => Buffer.alloc(10_000_001, 'a'), 'roster_file_too_large', { megabytes: 11 }],
    ['61 columns', () => Buffer.from(`${line(61)}\nN1,陈晓`), 'roster_file_too_large', { columns: 61 }],
    [
      'a hundred thousand columns',
      () => Buffer.from(`${line(100_000)}\n1`),
      'roster_file_too_large',
      { columns: 100_000 },
    ],
    ['20,001 rows', () => Buffer.from(`工号,姓名,部门\n${body(20_001)}`), 'roster_file_too_large', { rows: 20_001 }],
    ['headings alone', () => Buffer.from('工号,姓名,部门\n'), 'roster_rows_missing', {}],
    ['nothing', () => Buffer.alloc(0), 'roster_file_empty', {}],
    ['blank lines', () => Buffer.from(' \n,,\n'), 'roster_file_empty', {}],
    ['a letter', () => Buffer.from('各位同事：\n请看附件。\n'), 'roster_file_unreadable', { reason: 'oneColumn' }],
    ['zero bytes inside', () => Buffer.from(`${text}\0`), 'roster_file_unreadable', { reason: 'binary' }],
    [
      'bytes of no encoding',
      () => Buffer.from([0xff, 0xff, 0x80, 0xff, 0x0a]),
      'roster_file_unreadable',
      { reason: 'encoding' },
    ],
    [
      'a quote that never closes',
      () => Buffer.from(`${text}N3,"陈,研发部\n`),
      'roster_file_unreadable',
      { reason: 'quotes' },
    ],
    ['an old .xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'roster_file_unreadable', { reason: 'format' }],
    [
      'an archive that is no workbook',
      () => zipOf('a.txt', Buffer.from('a')),
      'roster_file_unreadable',
      { reason: 'format' },
    ],
    ['a workbook cut off', () => Buffer.from('504b0304', 'hex'), 'roster_file_unreadable', { reason: 'format' }],
    [
      'an archive that would unpack to 200 MB',
      () => zipOf('xl/workbook.xml', Buffer.alloc(200_000_000)),
      'roster_file_too_large',
      { megabytes: 200 },
    ],
    [
      'an archive that lies about its size',
      () => zipOf('xl/workbook.xml', Buffer.alloc(50_000_000), 1000),
      'roster_file_unreadable',
      { reason: 'format' },
    ],
  ])('%s', async (_, file, code, detail) => {
    expect(await refusalOf(file())).toEqual([code, detail]);
  });

  it('takes 20,000 rows and 60 columns', async () => {
    expect((await readRoster(Buffer.from(`工号,姓名,部门\n${body(20_000)}`))).rows).toHaveLength(20_000);
    expect((await readRoster(Buffer.from(`${line(60)}\nN1,陈晓`))).headings).toHaveLength(60);
  });
});
