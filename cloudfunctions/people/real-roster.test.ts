import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import { stopClock } from '../../test/mall';
import { openPersonnel, type Personnel, realRoster } from '../../test/personnel';

/** Read, decided, applied and undone whole, on a machine that may do other things. */
jest.setTimeout(60_000);

const file = realRoster();
if (file === null)
  console.warn('SKIPPED: ../shared/data/roster/HRDataset_v13.csv is not there; no real roster is read');
const whereThere = file === null ? describe.skip : describe;
const content = file ?? Buffer.alloc(0);
const none = { new: 0, changed: 0, unchanged: 0, waiting: 0, rejected: 0, leftOut: 0 };

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
});
afterEach(() => office.close());

const statuses = () => {
  const counted: Record<string, number> = {};
  for (const { status } of office.employments()) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};

whereThere('the roster of 310 people that an HR department exported', () => {
  it('is understood as its words say, and what contradicts itself waits', async () => {
    const batch = await office.preview(content);
    expect(batch.totalRows).toBe(310);
    expect(batch.summary).toMatchObject({
      departments: 6,
      managers: 21,
      managersInFile: 18,
      byStatus: { active: 184, left: 103, onLeave: 14, preboarding: 9 },
      repairs: { nameTurned: 309, birthCenturySet: 310, dateRead: 492, statusTranslated: 310 },
    });
    expect(batch.counts).toEqual({ ...none, new: 207, waiting: 103 });
    expect(batch.open).toEqual([
      { kind: 'leavingDateButNotLeft', rows: 79 },
      { kind: 'reasonMissing', rows: 1 },
      { kind: 'futureStartPast', rows: 9 },
      { kind: 'managerUnknown', rows: 30 },
    ]);
    const sensitive = batch.columns.filter(({ leftOut }) => leftOut === 'sensitive');
    expect(sensitive.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['MarriedID', 'Sex', 'MaritalDesc', 'CitizenDesc', 'HispanicLatino', 'RaceDesc']),
    );
    expect(sensitive.flatMap(({ examples }) => examples)).toEqual([]);
    expect(batch.columns.filter(({ field }) => field !== null)).toHaveLength(10);
  });

  it('shows the two readings of a contradiction side by side', async () => {
    const { _id: batchId } = await office.preview(content);
    const { items } = await office.tell('o-hr', 'listRosterRows', { batchId, outcome: 'waiting', limit: 50 });
    const questions = items.flatMap((row) => row.questions);
    expect(questions.find(({ kind }) => kind === 'leavingDateButNotLeft')).toMatchObject({
      first: { status: 'active', relievingDate: null },
      second: { status: 'left', relievingDate: expect.stringMatching(/^20\d\d-/) },
    });
    expect(questions.find(({ first }) => first.managerName === 'Brandon R. LeBlanc')?.second).toEqual({
      managerName: 'Brandon R LeBlanc',
    });
  });

  it('is applied as decided, changes nothing when it comes again, and is gone when it is undone', async () => {
    const before = office.everything();
    const batch = await office.decideAll(await office.preview(content), 'second');
    expect(batch).toMatchObject({ counts: { ...none, new: 310 }, open: [] });
    expect(await office.apply(batch._id)).toMatchObject({ stage: 'applied', counts: { ...none, new: 310 } });

    // 103 left by their words, 79 by the decision on their dates and one by the decision on a missing reason.
    expect(statuses()).toEqual({ left: 183, active: 122, onLeave: 5 });
    expect(office.stage.cloud.documents('departments')).toHaveLength(6);
    const byId = new Map(office.employments().map((employment) => [employment._id, employment]));
    const reports = office.employments().filter(({ managerEmploymentId }) => managerEmploymentId !== null);
    expect(reports).toHaveLength(308);
    expect(reports.every((one) => byId.get(one.managerEmploymentId ?? '')?.personName === one.managerName)).toBe(true);

    const again = await office.preview(content);
    expect(again).toMatchObject({ counts: { ...none, unchanged: 310 }, open: [] });
    expect(await office.apply(again._id)).toMatchObject({ stage: 'applied' });

    expect(await office.undo(batch._id)).toMatchObject({ stage: 'undone' });
    const emptied = ['persons', 'employments', 'departments', 'rosterDecisions', 'identities'];
    const of = (text: string) => JSON.parse(text).filter(([name]: [string]) => emptied.includes(name));
    expect(of(office.everything())).toEqual(of(before));
  });

  it('asks anew what was decided in a batch that was undone', async () => {
    const batch = await office.decideAll(await office.preview(content), 'first');
    await office.apply(batch._id);
    await office.undo(batch._id);
    expect((await office.preview(content)).counts).toEqual({ ...none, new: 207, waiting: 103 });
  });
});

whereThere('the same roster in other forms', () => {
  const rows = () => Papa.parse<string[]>(content.toString('utf8'), { skipEmptyLines: true }).data;
  const separated = (delimiter: string) => Buffer.from(Papa.unparse(rows(), { delimiter }));
  const meaning = (batchId: string) =>
    office.rows(batchId).map(({ rowNumber, reading, questions }) => ({ rowNumber, reading, questions }));

  it.each([
    ['semicolons', async () => separated(';'), 'roster.csv'],
    ['tabs', async () => separated('\t'), 'roster.txt'],
    ['a byte order mark', async () => Buffer.concat([Buffer.from('\ufeff'), content]), 'roster.csv'],
    ['UTF-16 as Excel writes it', async () => Buffer.from(`\ufeff${separated('\t')}`, 'utf16le'), 'roster.txt'],
    [
      'a workbook',
      async () => writeXlsxFile(rows().map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
      'roster.xlsx',
    ],
  ])('reads %s to the same rows', async (_, written, fileName) => {
    const plain = await office.preview(content);
    const other = await office.preview(await written(), 'o-hr', fileName);
    expect(other.counts).toEqual(plain.counts);
    expect(meaning(other._id)).toEqual(meaning(plain._id));
  });
});
