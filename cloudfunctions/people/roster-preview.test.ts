import { freshRequest, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';
import { count, king, lee, roster, rosterDesk } from '../../test/roster-desk';
import { unseal } from '../platform/sealed';

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
});
afterEach(() => office.close());

const { brought, employmentOf, rowsOf } = rosterDesk(() => office);

describe('opening a batch', () => {
  it('gives a place to upload to that nobody can guess, the same for the repeat', async () => {
    const input = { fileName: '花名册.xlsx', requestId: freshRequest() };
    const batch = await office.tell('o-hr', 'openRosterBatch', input);
    expect(batch).toMatchObject({ stage: 'opened', openedBy: '周岚', branchId: null, doneRows: 0, totalRows: null });
    expect(batch.uploadPath).toMatch(/^roster\/b-[A-Za-z0-9_-]{22}\/source\.xlsx$/);
    expect(await office.tell('o-hr', 'openRosterBatch', input)).toEqual(batch);
    const other = { ...input, fileName: '另一份.xlsx' };
    expect(await office.refusalOf('o-hr', 'openRosterBatch', other)).toMatchObject({ code: 'request_id_reused' });
    expect((await office.tell('o-south', 'openRosterBatch', input)).uploadPath).not.toBe(batch.uploadPath);
  });

  it('is for HR only, and a batch is there only within reach', async () => {
    const open = { fileName: 'a.csv', requestId: freshRequest() };
    expect(await office.refusalOf('o-lan', 'openRosterBatch', open)).toMatchObject({ code: 'not_allowed' });
    const { _id: batchId } = await office.tell('o-hr', 'openRosterBatch', open);
    const south = await office.tell('o-south', 'openRosterBatch', open);
    expect(await office.refusalOf('o-south', 'readRosterBatch', { batchId })).toMatchObject({
      code: 'roster_batch_not_found',
    });
    for (const call of ['advanceRosterBatch', 'applyRosterBatch', 'undoRosterBatch', 'cancelRosterBatch'] as const) {
      const input = { batchId, requestId: freshRequest() };
      expect(await office.refusalOf('o-south', call, input)).toMatchObject({ code: 'roster_batch_not_found' });
    }
    const listed = async (openId: string) =>
      (await office.tell(openId, 'listRosterBatches', {})).items.map(({ _id }) => _id);
    expect((await listed('o-hr')).sort()).toEqual([batchId, south._id].sort());
    expect(await listed('o-south')).toEqual([south._id]);
  });
});

describe('the file of a batch', () => {
  it('must be the one that was uploaded for it', async () => {
    const { _id: batchId, uploadPath } = await office.tell('o-hr', 'openRosterBatch', {
      fileName: 'a.csv',
      requestId: freshRequest(),
    });
    const foreign = await office.upload('roster/b-other/source.csv', roster(king));
    const read = (fileId: string) =>
      office.refusalOf('o-hr', 'readRosterColumns', { batchId, fileId, requestId: freshRequest() });
    expect(await read(foreign)).toMatchObject({ code: 'roster_file_not_found' });
    expect(await read(`cloud://env.x/${uploadPath}`)).toMatchObject({ code: 'roster_file_not_found' });
    const empty = await office.upload(uploadPath, '');
    expect(await read(empty)).toEqual({ code: 'roster_file_empty', detail: undefined });
    // A better file can be uploaded for the same batch.
    const fileId = await office.upload(uploadPath, roster(king));
    const requestId = freshRequest();
    const mapped = await office.tell('o-hr', 'readRosterColumns', { batchId, fileId, requestId });
    expect(mapped).toMatchObject({ stage: 'mapped', totalRows: 1, fileProblem: null });
    expect(await office.tell('o-hr', 'readRosterColumns', { batchId, fileId, requestId })).toEqual(mapped);
  });

  it.each([
    ['nothing', '', 'roster_file_empty', undefined],
    ['headings alone', '工号,姓名,部门\n', 'roster_rows_missing', undefined],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'roster_file_unreadable',
      { reason: 'binary' },
    ],
    ['12 MB', Buffer.alloc(12_000_000, 'a'), 'roster_file_too_large', { megabytes: 12 }],
  ])('that holds %s is not kept, and the batch says why it stands still', async (_, content, code, detail) => {
    const open = { fileName: 'a.csv', requestId: freshRequest() };
    const { _id: batchId, uploadPath } = await office.tell('o-hr', 'openRosterBatch', open);
    const fileId = await office.upload(uploadPath, content);
    const read = { batchId, fileId, requestId: freshRequest() };
    expect(await office.refusalOf('o-hr', 'readRosterColumns', read)).toEqual({ code, detail });
    expect(await office.refusalOf('o-hr', 'readRosterColumns', read)).toEqual({ code, detail });
    const batch = await office.tell('o-hr', 'readRosterBatch', { batchId });
    expect(batch).toMatchObject({ stage: 'unusable', fileProblem: { code, detail: detail ?? {} }, totalRows: null });
    const again = { ...read, requestId: freshRequest() };
    expect(await office.refusalOf('o-hr', 'readRosterColumns', again)).toMatchObject({ code: 'roster_file_not_found' });
    const cancelled = await office.tell('o-hr', 'cancelRosterBatch', { batchId, requestId: freshRequest() });
    expect(cancelled.stage).toBe('cancelled');
  });

  it('needs number, name and department; HR can name them', async () => {
    const batch = await office.bring('编码,姓名,科室\nR1,王一,研发部');
    const match = { batchId: batch._id, requestId: freshRequest() };
    expect(await office.refusalOf('o-hr', 'matchRosterColumns', { ...match, columns: [] })).toEqual({
      code: 'roster_columns_missing',
      detail: { missing: 'employeeNumber,departmentName' },
    });
    const columns = [
      { index: 0, field: 'employeeNumber' as const },
      { index: 2, field: 'departmentName' as const },
    ];
    await office.match(batch._id, 'o-hr', columns);
    expect((await office.finish(batch._id)).batch.counts).toEqual(count({ new: 1 }));
  });

  it('is gone, with all that was left out, once the batch is applied or cancelled', async () => {
    const files = () => office.stage.cloud.requests.list().filter(({ action }) => action === 'storage.batchDeleteFile');
    office.stage.cloud.requests.clear();
    await brought(roster(king));
    expect(files()).toHaveLength(1);
    expect(office.everything()).not.toContain('已婚');
    const { _id: batchId } = await office.preview(roster(lee));
    await office.tell('o-hr', 'cancelRosterBatch', { batchId, requestId: freshRequest() });
    expect(files()).toHaveLength(2);
  });
});

describe('the preview', () => {
  it('shows what is new, changed field by field, unchanged and rejected, and what was repaired', async () => {
    await brought(roster(king, lee));
    const batch = await office.preview(
      roster(
        'R1,王一,研发部,总监,13900000001,2019-03-01,,,,在职,',
        lee,
        'R3,张三,,,,,,,,,',
        'R4,赵四,市场部,,123,2020-13-01,,,,借调,',
        ',钱五,市场部,,,,,,,,',
        '=1+1,孙六,市场部,,,,,,,,',
        `R7,${'长'.repeat(41)},市场部,,,,,,,,`,
        `R8,周八,市场部,${'x'.repeat(201)},,,,,,,`,
        'Ｒ９ ,吴九,市场部,,+86 139-0000-0009,20/2/2020,,,,active,',
      ),
    );
    expect(batch.counts).toEqual(count({ changed: 1, unchanged: 1, rejected: 6, new: 1 }));
    const [changed] = await rowsOf(batch._id, 'changed');
    expect(changed?.changes).toEqual([
      { field: 'position', from: '经理', to: '总监' },
      { field: 'phone', from: '****0001', to: '****0001' },
    ]);
    const rejected = await rowsOf(batch._id, 'rejected');
    expect(rejected.map((row) => row.rejections.map(({ reason }) => reason))).toEqual([
      ['departmentMissing'],
      ['phoneUnreadable', 'dateUnreadable', 'statusUnknown'],
      ['numberMissing'],
      ['numberUnusable'],
      ['nameTooLong'],
      ['cellTooLong'],
    ]);
    const [fresh] = await rowsOf(batch._id, 'new');
    expect(fresh?.reading).toMatchObject({ employeeNumber: 'R9', dateOfJoining: '2020-02-20', phone: '****0009' });
    expect(fresh?.repairs).toContainEqual({ rule: 'phoneFormatted', field: 'phone', from: '****0009', to: '****0009' });
  });

  it('keeps no phone in plain anywhere in the database', async () => {
    await brought(roster(king, lee));
    await office.preview(roster(king.replace('0001', '7777')));
    expect(office.everything()).not.toMatch(/1380000\d|138 0000 \d/);
    const [person] = office.persons().filter(({ name }) => name === '王一');
    const place = { collection: 'persons', id: person?._id ?? '', field: 'phone' };
    expect(unseal(person?.phone ?? '', place)).toBe('13800000001');
  });
});

describe('HR decides', () => {
  const contradictions = roster(
    king,
    'R2,李二,研发部,,,2020-03-01,2021-01-01,,王一,在职,',
    'R3,张三,研发部,,,2020-03-01,2021-01-01,,王一,在职,',
  );

  it('one row, then all alike, and may think again until the batch is applied', async () => {
    const batch = await office.preview(contradictions);
    expect(batch.open).toEqual([{ kind: 'leavingDateButNotLeft', rows: 2 }]);
    const decide = (decision: 'first' | 'second' | 'leaveOut', rowNumber: number | null) =>
      office.tell('o-hr', 'decideRosterRows', {
        ...{ batchId: batch._id, kind: 'leavingDateButNotLeft', decision, rowNumber, requestId: freshRequest() },
      });
    expect((await decide('first', 2)).counts).toEqual(count({ new: 2, waiting: 1 }));
    const apply = { batchId: batch._id, requestId: freshRequest() };
    expect(await office.refusalOf('o-hr', 'applyRosterBatch', apply)).toEqual({
      code: 'roster_decisions_open',
      detail: { rows: 1 },
    });
    expect((await decide('leaveOut', null)).counts).toEqual(count({ new: 2, leftOut: 1 }));
    expect((await decide('second', 2)).counts).toEqual(count({ new: 2, leftOut: 1 }));
    await office.apply(batch._id);
    expect(employmentOf('R2')).toMatchObject({ status: 'left', relievingDate: '2021-01-01' });
    expect(employmentOf('R3')).toBeUndefined();
    const late = {
      batchId: batch._id,
      kind: 'leavingDateButNotLeft' as const,
      decision: 'first' as const,
      rowNumber: 2,
    };
    expect(await office.refusalOf('o-hr', 'decideRosterRows', { ...late, requestId: freshRequest() })).toMatchObject({
      code: 'roster_stage_passed',
    });
    // The same contradictions are not asked about again, nor is the row that was to stay out.
    expect((await office.preview(contradictions)).counts).toEqual(count({ unchanged: 2, leftOut: 1 }));
  });

  it('and sees at once what the decisions come to; a status that nobody can read counts nowhere', async () => {
    const left = 'R5,钱五,研发部,,,2019-03-01,2020-01-01,,,在职,';
    const batch = await office.preview(roster(king, left, 'R6,孙六,研发部,,,2019-03-01,2020-01-01,,,借调,'));
    expect(batch.summary).toMatchObject({ byStatus: { active: 2 }, afterwards: { active: 1 } });
    const gone = await office.decideAll(batch, 'second');
    expect(gone.summary).toMatchObject({ byStatus: { active: 2 }, afterwards: { active: 1, left: 1 } });
  });

  it('about somebody whom the file names as their own manager', async () => {
    const batch = await office.preview(roster('R1,王一,研发部,,,,,,王一,在职,'));
    expect(batch.open).toEqual([{ kind: 'ownManager', rows: 1 }]);
    await office.apply((await office.decideAll(batch, 'second'))._id);
    expect(employmentOf('R1')).toMatchObject({ managerName: null, managerEmploymentId: null });
  });

  it('which of two rows with one number counts', async () => {
    const batch = await office.preview(roster(king, 'R1,王小一,研发部,,,,,,,,'));
    const [row] = await rowsOf(batch._id, 'waiting');
    expect(row?.questions[0]).toMatchObject({
      kind: 'numberTwice',
      first: { name: '王一', phone: '****0001' },
      second: { name: '王小一', phone: null },
    });
    expect(row?.lineNumber).toBe(3);
    expect(office.everything()).not.toContain('13800000001');
    const decide = (decision: 'first' | 'second') =>
      office.tell('o-hr', 'decideRosterRows', {
        ...{ batchId: batch._id, kind: 'numberTwice', decision, rowNumber: null, requestId: freshRequest() },
        ...(decision === 'first' ? { rowNumber: 2 } : {}),
      });
    expect((await decide('second')).counts).toEqual(count({ new: 1, leftOut: 1 }));
    expect((await rowsOf(batch._id, 'new')).map(({ reading }) => reading.name)).toEqual(['王小一']);
    expect((await decide('first')).counts).toEqual(count({ new: 1, leftOut: 1 }));
    expect((await rowsOf(batch._id, 'new')).map(({ reading }) => reading.name)).toEqual(['王一']);
  });
});
