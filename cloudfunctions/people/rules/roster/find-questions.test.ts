import type { RosterField, RosterQuestion, RosterReading } from '../../../../shared/people/roster';
import { supersededBy } from './choose-twin';
import type { RowSaying } from './clean-row';
import { findQuestions, type QuestionContext } from './find-questions';
import { managerNamed, roughName } from './manager-name';
import { settleRow } from './settle-row';

const reading: RosterReading = {
  ...{ employeeNumber: 'N1', name: '陈晓', departmentName: '研发部', position: null, phone: null, birthOn: null },
  ...{ dateOfJoining: '2020-01-01', relievingDate: null, exitReason: null, managerName: null, status: 'active' },
};
const columns: RosterField[] = ['employeeNumber', 'name', 'status', 'relievingDate', 'exitReason', 'managerName'];
const context: QuestionContext = {
  ...{ today: '2026-11-22', columns: new Set(columns), reasonsAreKept: false, managerCandidates: [] },
  ...{ peopleByRoughName: new Map(), twin: null },
};
const ask = (facts: Partial<RosterReading>, more: Partial<QuestionContext> = {}, saying: RowSaying = {}) =>
  findQuestions(saying, { ...reading, ...facts }, { ...context, ...more });
const kinds = (...of: Parameters<typeof ask>) => ask(...of).map(({ kind }) => kind);

describe('what contradicts itself', () => {
  it('is a last day that is over without the word 离职', () => {
    expect(kinds({ relievingDate: '2026-11-21' })).toEqual(['leavingDateButNotLeft']);
    expect(kinds({ relievingDate: '2026-11-22', status: 'noticePeriod' })).toEqual([]);
    expect(kinds({ relievingDate: '2026-11-21', status: 'left' })).toEqual([]);
    expect(kinds({ relievingDate: '2026-11-21', status: 'alumni' })).toEqual([]);
  });

  it('is the word 离职 without a last day, where the file has a column for it', () => {
    expect(kinds({ status: 'left' })).toEqual(['leftWithoutDate']);
    expect(kinds({ status: 'left' }, { columns: new Set(['status']) })).toEqual([]);
  });

  it('is a gap in a column of reasons that says something everywhere else', () => {
    expect(ask({}, { reasonsAreKept: true })).toEqual([
      { kind: 'reasonMissing', first: { status: 'active' }, second: { status: 'left' } },
    ]);
    expect(kinds({}, { reasonsAreKept: true }, { exitReason: null })).toEqual([]);
    expect(
      kinds({ exitReason: 'hours', status: 'left', relievingDate: '2022-01-01' }, { reasonsAreKept: true }),
    ).toEqual([]);
  });

  it('is a start still ahead by the word and past by the date', () => {
    expect(kinds({ status: 'preboarding', dateOfJoining: '2026-11-21' })).toEqual(['futureStartPast']);
    expect(kinds({ status: 'preboarding', dateOfJoining: '2026-11-22' })).toEqual([]);
  });

  it('is a last day before the first', () => {
    const facts = { status: 'left' as const, dateOfJoining: '2020-01-02', relievingDate: '2020-01-01' };
    expect(kinds(facts)).toEqual(['joinedAfterLeaving']);
    expect(kinds({ ...facts, dateOfJoining: '2020-01-01' })).toEqual([]);
  });

  it('is a manager who is nobody, or more than one person', () => {
    const one = { name: '王一', employeeNumber: 'M1', left: false };
    const saying = { managerName: '王一' };
    expect(kinds({}, {}, saying)).toEqual(['managerUnknown']);
    expect(kinds({}, { managerCandidates: [one] }, saying)).toEqual([]);
    expect(kinds({}, { managerCandidates: [one, { ...one, employeeNumber: 'M2' }] }, saying)).toEqual([
      'managerUnknown',
    ]);
  });

  it('offers the one person whose name is almost the same', () => {
    const people = [{ name: 'Webster L Butler', employeeNumber: 'M1', left: false }];
    const peopleByRoughName = new Map([['webster butler', people]]);
    const second = (employeeNumber: string) =>
      ask({ employeeNumber }, { peopleByRoughName }, { managerName: 'Webster Butler' })[0]?.second;
    expect(second('N1')).toEqual({ managerName: 'Webster L Butler' });
    // Nobody is offered as their own manager.
    expect(second('M1')).toEqual({ managerName: null });
  });

  it('is somebody named as their own manager, and nobody else of that name', () => {
    const self = { name: '陈晓', employeeNumber: 'N1', left: false };
    const saying = { managerName: '陈晓' };
    expect(ask({}, { managerCandidates: [self, self] }, saying)).toEqual([
      { kind: 'ownManager', first: { managerName: '陈晓' }, second: { managerName: null } },
    ]);
    expect(kinds({ employeeNumber: 'N2' }, { managerCandidates: [self] }, saying)).toEqual([]);
    const other = { ...self, employeeNumber: 'N2' };
    expect(kinds({}, { managerCandidates: [self, other] }, saying)).toEqual(['managerUnknown']);
  });

  it('is a number that an earlier row has as well; of phones the last four digits are shown', () => {
    const twin = { ...reading, name: '陈小', phone: '13800138000' };
    expect(ask({ phone: '13900139000' }, { twin })).toEqual([
      {
        kind: 'numberTwice',
        first: { name: '陈小', phone: '****8000' },
        second: { name: '陈晓', phone: '****9000' },
      },
    ]);
  });
});

describe('a manager by name', () => {
  const person = (employeeNumber: string, left: boolean) => ({ name: '王一', employeeNumber, left });

  it('is the only one of that name, or the only one who has not left', () => {
    expect(managerNamed([person('M1', true)])?.employeeNumber).toBe('M1');
    expect(managerNamed([person('M1', true), person('M2', false)])?.employeeNumber).toBe('M2');
    expect(managerNamed([person('M1', false), person('M2', false)])).toBeNull();
    expect(managerNamed([person('M1', true), person('M2', true)])).toBeNull();
    expect(managerNamed([])).toBeNull();
  });

  it('is one person, however often the file and the records name them', () => {
    expect(managerNamed([person('M1', true), person('M1', false)])).toMatchObject({ left: false });
  });

  it('looks alike by first and last word, in Latin letters only', () => {
    expect(roughName('Brandon R. LeBlanc')).toBe('brandon leblanc');
    expect(roughName('王 一')).toBeNull();
    expect(roughName('Board')).toBeNull();
  });
});

describe('decisions', () => {
  const leaving = ask({ status: 'preboarding', relievingDate: '2026-11-21' })[0];
  const start: RosterQuestion = {
    ...{ kind: 'futureStartPast', decision: 'second' },
    ...{ first: { status: 'preboarding' }, second: { status: 'active' } },
  };
  const decided = (decision: RosterQuestion['decision']): RosterQuestion[] => [
    { kind: 'leavingDateButNotLeft', first: leaving?.first ?? {}, second: leaving?.second ?? {}, decision },
    start,
  ];
  const row: RosterReading = { ...reading, status: 'preboarding', relievingDate: '2026-11-21' };

  it('are applied in order, and who has left is not made active by a later one', () => {
    expect(settleRow(row, [], decided('first')).reading).toMatchObject({ status: 'active', relievingDate: null });
    expect(settleRow(row, [], decided('second')).reading).toMatchObject({
      status: 'left',
      relievingDate: '2026-11-21',
    });
  });

  it('leave nothing open that the decisions before have settled', () => {
    const open = decided('second').map((question) => (question === start ? { ...start, decision: null } : question));
    expect(settleRow(row, [], open).open).toEqual([]);
    expect(settleRow(row, [], decided(null)).open).toEqual(['leavingDateButNotLeft']);
  });

  it('let the row say what they decided', () => {
    expect(settleRow(row, ['name'], decided('first')).says).toEqual(['name', 'status', 'relievingDate', 'exitReason']);
  });

  it('take a row out of the batch', () => {
    expect(settleRow(row, [], decided('leaveOut')).reading).toBeNull();
  });
});

describe('of rows with one number', () => {
  const twin = (rowNumber: number, decision: RosterQuestion['decision']) => ({
    rowNumber,
    questions: [{ kind: 'numberTwice' as const, first: {}, second: {}, decision }],
  });
  const first = { rowNumber: 1, questions: [] };

  it('the first counts until another is chosen', () => {
    expect([...supersededBy(first, [twin(2, null), twin(3, 'first')])]).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  it('the last chosen one counts, and the others it beat come back when it is turned down', () => {
    expect([...supersededBy(first, [twin(2, 'second'), twin(3, 'second')])]).toEqual([
      [1, 3],
      [2, 3],
      [3, null],
    ]);
    expect([...supersededBy(first, [twin(2, 'second'), twin(3, 'leaveOut')])]).toEqual([
      [1, 2],
      [2, null],
      [3, null],
    ]);
  });
});
