import writeXlsxFile from 'write-excel-file/node';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, type School, security } from '../../test/school';
import { inGbk, zipOf } from '../../test/table-files';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let school: School;
let goBack: () => void;
beforeAll(async () => {
  stopClock('2026-11-22T04:00:00.000Z');
  school = await openSchool(new Date());
  goBack = school.stage.cloud.snapshot();
});
beforeEach(() => goBack());
afterAll(() => school.close());

const hr = 'o-hr-of-files';
const csv =
  '题型,题目,选项A,选项B,正确答案\n单选,进棚前先做什么？,换雨靴,拍照,A\n判断,雨靴可以带回家。,,,错\n简答,为什么？,,,因为\n';
const upload = (content: Buffer | string, path = `training/questions/${freshRequest()}.csv`) =>
  school.stage.upload(hr, path, Buffer.from(content));
const preview = async (content: Buffer | string) =>
  school.ask('周岚', 'previewQuestionImport', { courseId: security(), fileId: await upload(content) });
const bankOf = async () => (await school.tell('周岚', 'readDraft', { courseId: security() })).bank;
const workbook = async (rows: (string | boolean)[][]) =>
  writeXlsxFile(
    rows.map((row) =>
      row.map((value) => (typeof value === 'boolean' ? { value, type: Boolean } : { value, type: String })),
    ),
  ).toBuffer();

describe('a file with questions', () => {
  const taken = { ok: true, data: { fresh: 2, changed: 0, same: 0, refused: 1, left: 0 } };

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['as UTF-8', () => Buffer.from(csv)],
    ['as GBK', () => inGbk(csv)],
    ['with a mark, a title above and blank lines', () => Buffer.from(`\ufeff安全考试题库,,,,\n\n${csv}\n,,,,\n`)],
    [
      'as a workbook',
      () =>
        workbook([
          ['题型', '题目', '选项A', '选项B', '正确答案'],
          ['单选', '进棚前先做什么？', '换雨靴', '拍照', 'A'],
          ['判断', '雨靴可以带回家。', '', '', false],
          ['简答', '为什么？', '', '', '因为'],
        ]),
    ],
  ])('is read %s, and looking changes nothing', async (_, file) => {
    const before = school.documents('courses');
    expect(await preview(await file())).toMatchObject(taken);
    expect(school.documents('courses')).toEqual(before);
  });

  it('names the line and the column of what it cannot take, as the spreadsheet counts them', async () => {
    expect(await preview(`题库,,,,\n\n${csv}`)).toMatchObject({
      data: { problems: [{ line: 6, column: '题型', fault: 'kindUnknown', otherLine: null }] },
    });
  });

  const rows = (count: number) => `题型,题目,正确答案\n${'判断,对吗？,对\n'.repeat(count)}`;
  it.each<[string, () => Promise<Buffer> | Buffer | string, string, object | null]>([
    ['2,001 rows', () => rows(2001), 'question_file_too_large', { rows: 2001 }],
    ['41 columns', () => `${'列,'.repeat(40)}题型\n1`, 'question_file_too_large', { columns: 41 }],
    ['more than 5 MB', () => Buffer.alloc(5_000_001, 'a'), 'question_file_too_large', { megabytes: 6 }],
    [
      'an archive that unpacks to 31 MB',
      () => zipOf('xl/workbook.xml', Buffer.alloc(31_000_000)),
      'question_file_too_large',
      null,
    ],
    ['a picture called csv', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'question_file_unreadable', null],
    ['a zip of pictures', () => zipOf('a.png', Buffer.from('a')), 'question_file_unreadable', null],
    [
      'a quote that never closes',
      () => `${csv}单选,"为什么,甲,乙,A\n`,
      'question_file_unreadable',
      { reason: 'quotes' },
    ],
    ['nothing', () => '', 'question_file_empty', null],
    ['headings alone', () => '题型,题目,正确答案\n', 'question_file_empty', null],
    ['no key', () => '题型,题目\n判断,对吗？\n', 'question_columns_missing', { columns: '正确答案' }],
    ['a roster', () => '工号,姓名\nN1,陈晓\n', 'question_columns_missing', { columns: '题型、题目、正确答案' }],
  ])('that is %s is refused', async (_, file, code, detail) => {
    expect(await preview(await file())).toMatchObject({ ok: false, code, ...(detail ? { detail } : {}) });
  });

  it('of 2,000 rows is read', async () => {
    expect(await preview(rows(2000))).toMatchObject({ data: { fresh: 1, refused: 1999 } });
  });

  it('has to be uploaded for that: neither a lesson’s file nor a lost one is read', async () => {
    const foreign = await upload(csv, `training/${freshRequest()}/0.csv`);
    const read = (fileId: string) => school.ask('周岚', 'previewQuestionImport', { courseId: security(), fileId });
    expect(await read(foreign)).toMatchObject({ code: 'question_file_not_found' });
    expect(await read(`${await upload(csv)}x`)).toMatchObject({ code: 'question_file_not_found' });
  });
});

describe('importing', () => {
  const importing = async (content = csv) => {
    const { draftVersion } = await school.tell('周岚', 'readDraft', { courseId: security() });
    return { courseId: security(), draftVersion, fileId: await upload(content), requestId: freshRequest() };
  };

  it('brings in the sound rows once, however often it is sent, and the file with the keys goes', async () => {
    const before = await bankOf();
    const input = await importing();
    const { courseId, fileId } = input;
    const { result, dbRequests } = await school.stage.counted(() => school.tell('周岚', 'importQuestions', input));
    expect(result).toMatchObject({ questions: before.length + 2, isAhead: true });
    expect(dbRequests).toBe(3);
    expect(await school.tell('周岚', 'importQuestions', input)).toEqual(result);
    expect((await bankOf()).slice(before.length)).toMatchObject([
      { kind: 'single', text: '进棚前先做什么？', options: ['换雨靴', '拍照'], right: 0 },
      { kind: 'trueFalse', right: false },
    ]);
    expect(await school.ask('周岚', 'previewQuestionImport', { courseId, fileId })).toMatchObject({
      code: 'question_file_not_found',
    });
  });

  it('the same file again says that there is nothing new; a changed key replaces the question', async () => {
    await school.tell('周岚', 'importQuestions', await importing());
    const bank = await bankOf();
    const nothing = await school.ask('周岚', 'importQuestions', await importing());
    expect(nothing).toMatchObject({ code: 'question_file_nothing_new' });
    expect(await bankOf()).toEqual(bank);
    await school.tell('周岚', 'importQuestions', await importing(csv.replace('拍照,A', '拍照,B')));
    expect(await bankOf()).toEqual(bank.map((one) => (one.text.startsWith('进棚前') ? { ...one, right: 1 } : one)));
  });

  it('is refused on a draft that somebody else changed, and to who may not write the course', async () => {
    const input = await importing();
    const { fileId: _, ...on } = input;
    await school.tell('周岚', 'removeQuestion', { ...on, questionId: 'q8', requestId: freshRequest() });
    expect(await school.ask('周岚', 'importQuestions', input)).toMatchObject({ code: 'course_changed' });
    expect(await school.ask('林晓', 'importQuestions', input)).toMatchObject({ code: 'not_allowed' });
    expect(await school.ask('李蓉', 'importQuestions', input)).toMatchObject({ code: 'course_not_found' });
  });

  it('killed at any request, brings the questions in once when it is sent again', async () => {
    const cuts = await killedEverywhere(async (cut) => {
      const input = await importing();
      const { length } = await bankOf();
      await cut(() => school.ask('周岚', 'importQuestions', input));
      expect(await school.ask('周岚', 'importQuestions', input)).toMatchObject({ data: { questions: length + 2 } });
    });
    expect(cuts).toBeGreaterThan(2);
  });
});
