import Papa from 'papaparse';
import { type Question, questionLimits } from '../../../shared/training/question';
import { importLimits } from '../../../shared/training/question-import';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { columnsIn, templateHeadings, templateRows } from './question-columns';
import { planImport as plannedImport } from './question-import';

const finder = { standsAt: () => null, pathOf: () => 'pictureMissing' as const };
const planImport = (table: Parameters<typeof plannedImport>[0], bank: readonly Question[]) =>
  plannedImport(table, bank, (identity) => `q-${identity.length}${identity}`, finder);
const headings = ['题型', '题目', '选项A', '选项B', '选项C', '标准答案', '解析'];
const tableOf = (...rows: string[][]) => ({ headings, rows, lineNumbers: rows.map((_, index) => index + 2) });
const single = (text: string, answer = 'B') => ['单选', text, '甲', '乙', '丙', answer, ''];
const taken = (row: string[]) => planImport(tableOf(row), []).preview.questions[0]?.question;
const faultsOf = (row: string[]) =>
  planImport(tableOf(row), []).preview.problems.map(({ column, fault }) => `${column} ${fault}`);

describe('a row becomes a question', () => {
  it.each<[string, string[], object]>([
    ['单选 by a letter', single('问'), { kind: 'single', options: ['甲', '乙', '丙'], right: 1 }],
    ['单选题 in full width', ['单选题', '问', '甲', '乙', '', 'ｂ', '因为'], { right: 1, explanation: '因为' }],
    ['单选 by the option itself', single('问', '丙'), { right: 2 }],
    [
      '多选 whatever parts the letters',
      ['多选题', '问', '甲', '乙', '丙', 'C、A', ''],
      { kind: 'multiple', right: [0, 2] },
    ],
    ['多选 in one word', ['多项选择题', '问', '甲', '乙', '丙', 'abc', ''], { right: [0, 1, 2] }],
    ['判断 in words', ['判断', '问', '', '', '', '正确', ''], { kind: 'trueFalse', right: true }],
    ['判断 by a mark', ['判断题', '问', '', '', '', '×', ''], { right: false }],
    ['判断 as a workbook says it', ['判断', '问', '', '', '', 'false', ''], { right: false }],
    ['判断 by the letter of an option', ['判断', '问', '错误', '正确', '', 'B', ''], { right: true }],
    ['排序 by letters', ['排序', '问', '甲', '乙', '丙', 'CAB', ''], { kind: 'order', options: ['丙', '甲', '乙'] }],
    ['排序 as written', ['排序', '问', '甲', '乙', '丙', '', ''], { options: ['甲', '乙', '丙'] }],
    [
      '填空 with two ways',
      ['填空题', '问', '', '', '', '12；十二；12', ''],
      { kind: 'fill', accepted: ['12', '十二'] },
    ],
    ['what our own list kept from being run', single("'=1+1"), { text: '=1+1' }],
    ['what looks like a formula, as a text', single('=HYPERLINK("x")'), { text: '=HYPERLINK("x")' }],
  ])('%s', (_, row, question) => {
    expect(taken(row)).toMatchObject(question);
  });

  it('and the template holds one of each kind, of which every one is taken', () => {
    const [readHeadings = [], ...rows] = Papa.parse<string[]>(
      spreadsheetOf(templateHeadings, templateRows).slice(1),
    ).data;
    const { preview } = planImport({ headings: readHeadings, rows, lineNumbers: rows.map((_, at) => at + 2) }, []);
    expect(preview).toMatchObject({ fresh: 5, refused: 0, unusedColumns: [] });
    expect(new Set(preview.questions.map(({ question }) => question.kind)).size).toBe(5);
  });
});

describe('a row that cannot be taken says in which column and why', () => {
  it.each<[string, string[], string[]]>([
    ['a kind that nobody knows', ['简答', '问', '', '', '', '答', ''], ['题型 kindUnknown']],
    ['nothing asked and no key', ['单选', '', '甲', '乙', '', '', ''], ['题目 missing', '标准答案 missing']],
    ['one option', ['单选', '问', '甲', '', '', 'A', ''], ['选项B tooFewOptions']],
    ['an option left out', ['单选', '问', '甲', '', '丙', 'A', ''], ['选项B optionGap']],
    ['an option twice', ['多选', '问', '甲', '乙', '甲', 'A', ''], ['选项C optionTwice']],
    ['a key beyond the options', single('问', 'D'), ['标准答案 answerUnknown']],
    ['two keys of one right', single('问', 'AB'), ['标准答案 tooManyAnswers']],
    ['a letter twice', ['多选', '问', '甲', '乙', '丙', 'AA', ''], ['标准答案 answerUnknown']],
    ['neither true nor false', ['判断', '问', '', '', '', '也许', ''], ['标准答案 answerUnknown']],
    ['an order that leaves one out', ['排序', '问', '甲', '乙', '丙', 'AB', ''], ['标准答案 answerUnknown']],
    ['six ways to fill in', ['填空', '问', '', '', '', '1;2;3;4;5;6', ''], ['标准答案 tooManyAnswers']],
    ['301 letters asked', single('问'.repeat(301)), ['题目 tooLong']],
    ['an option of 101', ['单选', '问', '甲', '乙'.repeat(101), '', 'A', ''], ['选项B tooLong']],
    ['41 letters to fill in', ['填空', '问', '', '', '', '答'.repeat(41), ''], ['标准答案 tooLong']],
    ['601 letters of reason', ['判断', '问', '', '', '', '对', '因'.repeat(601)], ['解析 tooLong']],
    ['control characters', single('问\u0007'), ['题目 unreadable']],
    ['fewer cells than headings', ['单选', '问'], ['标准答案 missing', '选项A tooFewOptions']],
  ])('%s', (_, row, faults) => {
    expect(faultsOf(row)).toEqual(faults);
  });

  it('just within every bound it is taken', () => {
    const row = ['单选', '问'.repeat(300), '甲'.repeat(100), '乙', '', 'A', '因'.repeat(300)];
    expect(faultsOf(row)).toEqual([]);
    expect(faultsOf(['填空', '问', '', '', '', `${'答'.repeat(40)};2;3;4;5`, ''])).toEqual([]);
  });
});

describe('a file and a bank', () => {
  const bank: Question[] = [
    { questionId: 'mine', kind: 'single', text: '老 问题', options: ['甲', '乙', '丙'], right: 0, explanation: '' },
  ];
  const file = tableOf(single('老问题'), single('新问题'), single('新 问题', 'A'), ['简答', '', '', '', '', '', '']);

  it('a question that stands there keeps its name; one asked twice in the file is told with both lines', () => {
    const plan = planImport(file, bank);
    expect(plan.preview).toMatchObject({ fresh: 1, changed: 1, same: 0, refused: 2, left: 0 });
    expect(plan.preview.problems[0]).toEqual({ line: 4, column: '题目', fault: 'twiceInFile', otherLine: 3 });
    expect(plan.bank.map(({ questionId, text }) => [questionId === 'mine', text])).toEqual([
      [true, '老问题'],
      [false, '新问题'],
    ]);
  });

  it('the same file again changes nothing', () => {
    const { bank: after } = planImport(file, bank);
    const again = planImport(file, after);
    expect(again.preview).toMatchObject({ fresh: 0, changed: 0, same: 2 });
    expect(again.bank).toEqual(after);
  });

  it('loses none of two questions of the bank that ask the same', () => {
    const twins = [...bank, { ...bank[0], questionId: 'twin' } as Question];
    expect(
      planImport(file, twins)
        .bank.map(({ questionId }) => questionId)
        .slice(0, 2),
    ).toEqual(['mine', 'twin']);
  });

  it('takes what fits into the bank and counts what does not; 2,000 rows are read', () => {
    const rows = Array.from({ length: importLimits.rows }, (_, index) => single(`第 ${index} 问`));
    const { bank: after, preview } = planImport(tableOf(...rows), bank);
    expect(after).toHaveLength(questionLimits.bank);
    expect(preview).toMatchObject({ fresh: 299, left: 1701, refused: 0 });
  });

  it('of more faults than are named, the first 200 are', () => {
    const rows = Array.from({ length: 300 }, () => ['简答', '问', '', '', '', '答', '']);
    const { preview } = planImport(tableOf(...rows), []);
    expect(preview).toMatchObject({ refused: 300 });
    expect(preview.problems).toHaveLength(200);
  });
});

it('headings are known in other words and widths, and what says nothing is named', () => {
  const { places, unused, missing } = columnsIn(['题干', '试题 类型', 'Ａ', '答案选项B', 'C选项', '分值', '题目']);
  expect([...places]).toEqual([
    ['text', 0],
    ['kind', 1],
    ['option0', 2],
    ['option1', 3],
    ['option2', 4],
  ]);
  expect({ unused, missing }).toEqual({ unused: ['分值', '题目'], missing: ['正确答案'] });
});
