import { zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { ImportPreview } from '../../shared/training/question-import';
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

describe('a ZIP with a table and the pictures that it names', () => {
  const png = (...more: number[]) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(more)]);
  const table = '题型,题目,选项A,选项B,正确答案,图片\n单选,这是哪里？,西门,东门,A,西门.png\n判断,要换雨靴吗？,,,对,\n';
  const packed = (files: Record<string, Buffer | string>) =>
    Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, one]) => [name, Buffer.from(one)]))));
  const bring = async (content: Buffer | string) => {
    const { draftVersion } = await school.tell('周岚', 'readDraft', { courseId: security() });
    const input = { courseId: security(), draftVersion, fileId: await upload(content), requestId: freshRequest() };
    return school.ask('周岚', 'importQuestions', input);
  };
  const asked = async (text: string) => (await bankOf()).find((question) => question.text === text);
  const faults = async (content: Buffer) => {
    const { data } = (await preview(content)) as { data?: ImportPreview };
    return data?.problems.map(({ line, column, fault }) => `${line} ${column} ${fault}`);
  };

  it('brings both in, and the same again changes nothing', async () => {
    const file = packed({ '题库/题.csv': table, '题库/图片/西门.PNG': png(1), '__MACOSX/._西门.png': 'x' });
    expect(await preview(file)).toMatchObject({
      data: { fresh: 2, questions: [{ picture: '西门.png', question: { text: '这是哪里？' } }, { picture: null }] },
    });
    expect(await bring(file)).toMatchObject({ ok: true });
    const fileId = (await asked('这是哪里？'))?.picture ?? '';
    expect(fileId).toMatch(/\/training\/pictures\/[0-9a-f]{64}\.png$/);
    const { url } = await school.tell('周岚', 'readDraftPicture', { courseId: security(), fileId });
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(png(1));
    expect(await bring(file)).toMatchObject({ code: 'question_file_nothing_new' });
    const other = table.replace(',图片', '').replaceAll(',西门.png', '').replace(',,,对,', ',,,错');
    expect(await bring(other)).toMatchObject({ ok: true });
    expect((await asked('这是哪里？'))?.picture).toBe(fileId);
    expect(await bring(packed({ 'b.csv': table, '西门.png': png(2) }))).toMatchObject({ ok: true });
    expect((await asked('这是哪里？'))?.picture).not.toBe(fileId);
  });

  it('names the line whose picture is not there, there twice, or none', async () => {
    const refused = (fault: string) => [`2 图片 ${fault}`];
    expect(await faults(packed({ 'a.csv': table }))).toEqual(refused('pictureMissing'));
    expect(await faults(packed({ 'a.csv': table, '一/西门.png': png(1), '二/西门.png': png(2) }))).toEqual(
      refused('pictureTwice'),
    );
    expect(await faults(packed({ 'a.csv': table, '西门.png': '<svg/>' }))).toEqual(refused('pictureUnusable'));
    const large = Buffer.concat([png(), Buffer.alloc(1_999_993)]);
    expect(await faults(packed({ 'a.csv': table, '西门.png': large }))).toEqual(refused('pictureUnusable'));
    expect(await faults(packed({ 'a.csv': table, '西门.png': large.subarray(1) }))).toEqual(refused('pictureUnusable'));
    expect(await faults(packed({ 'a.csv': table, '西门.png': large.subarray(0, 2_000_000) }))).toEqual([]);
    expect(await faults(packed({ 'a.csv': table.replace('西门.png', '../../西门.png'), '西门.png': png(1) }))).toEqual(
      [],
    );
  });

  it('is read with names as Windows packs them', async () => {
    const plain = packed({ 'a.csv': table, 'abcd.png': png(1) }).toString('latin1');
    const named = plain.replaceAll('abcd.png', inGbk('西门.png').toString('latin1'));
    expect(await preview(Buffer.from(named, 'latin1'))).toMatchObject({ data: { fresh: 2, problems: [] } });
  });

  it('shows its picture to whoever sits the exam, and in the review', async () => {
    const courseId = security();
    const read = async () => (await school.tell('周岚', 'readDraft', { courseId })).draftVersion;
    const on = async () => ({ courseId, draftVersion: await read(), requestId: freshRequest() });
    await bring(packed({ 'a.csv': table, '西门.png': png(1) }));
    for (const { questionId, picture } of await bankOf()) {
      if (!picture) await school.tell('周岚', 'removeQuestion', { ...(await on()), questionId });
    }
    const { head } = await school.tell('周岚', 'readDraft', { courseId });
    const { branchId: _, ...rest } = head;
    const exam = { questions: 1, minutes: 10, passPercent: 80, attempts: 3, waitHours: 0 };
    await school.tell('周岚', 'changeCourse', { ...(await on()), head: { ...rest, exam } });
    await school.tell('周岚', 'publishCourse', await on());
    const openId = await school.examinee(school.course(courseId).published?.version);
    const { attemptId, questions, pictureUrls } = await school.tell(openId, 'startExam', {
      ...{ courseId, requestId: freshRequest() },
    });
    const url = pictureUrls[questions[0]?.picture ?? ''] ?? '';
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(png(1));
    const judged = await school.tell(openId, 'submitExam', { attemptId, requestId: freshRequest() });
    expect(judged.pictureUrls[judged.review[0]?.picture ?? '']).toMatch(/^http/);
  });

  const many = (count: number) =>
    packed({ 'a.csv': table, ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.png`, 'x'])) });
  it.each<[string, () => Buffer, string, object]>([
    ['two tables', () => packed({ 'a.csv': table, 'b.csv': table }), 'unreadable', { reason: 'tables' }],
    ['no table', () => packed({ 'a.png': png(1) }), 'unreadable', { reason: 'tables' }],
    ['201 files', () => many(200), 'too_large', { files: 201 }],
    [
      '61 MB once unpacked',
      () => packed({ 'a.csv': table, b: Buffer.alloc(61_000_000) }),
      'too_large',
      { megabytes: 62 },
    ],
    [
      'more than 20 MB packed',
      () => Buffer.from(zipSync({ 'a.csv': Buffer.from(table), b: Buffer.alloc(20_000_000) }, { level: 0 })),
      'too_large',
      { megabytes: 21 },
    ],
    ['a bomb that lies', () => zipOf('a.csv', Buffer.alloc(80_000_000), 10), 'unreadable', {}],
  ])('of %s is refused', async (_, file, code, detail) => {
    expect(await preview(file())).toMatchObject({ code: `question_file_${code}`, detail });
  });

  it('of 200 files is read', async () => {
    expect(await faults(many(199))).toEqual(['2 图片 pictureMissing']);
  });

  it('a question takes no file of somebody else as its picture', async () => {
    const { draftVersion } = await school.tell('周岚', 'readDraft', { courseId: security() });
    const on = { courseId: security(), draftVersion };
    const [question] = await bankOf();
    if (!question) throw new Error('the bank is empty');
    const writing = async (path: string, content: Buffer) => {
      const picture = await school.stage.upload(hr, path, content);
      const input = { ...on, question: { ...question, picture }, requestId: freshRequest() };
      return school.ask('周岚', 'writeQuestion', input);
    };
    expect(await writing('papers/passport.png', png(1))).toMatchObject({ code: 'lesson_file_foreign' });
    expect(await writing('training/questions/keys.png', png(1))).toMatchObject({ code: 'lesson_file_foreign' });
    expect(await writing('training/a/0.png', Buffer.from('<svg/>'))).toMatchObject({ code: 'lesson_file_unusable' });
    const elsewhere = await school.stage.upload(hr, 'papers/passport.png', png(1));
    const seen = await school.ask('周岚', 'readDraftPicture', { courseId: security(), fileId: elsewhere });
    expect(seen).toMatchObject({ code: 'lesson_file_foreign' });
    expect(await writing('training/a/1.png', png(1))).toMatchObject({ ok: true });
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
