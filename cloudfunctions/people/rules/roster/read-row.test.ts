import type { RosterReading } from '../../../../shared/people/roster';
import type { RowSaying } from './clean-row';
import { type KnownRecord, readRow } from './read-row';
import { weighRow } from './weigh-row';

const today = '2026-11-22';
const base: RosterReading = {
  employeeNumber: 'N1',
  name: '陈晓',
  departmentName: '研发部',
  position: '工程师',
  phone: '13800138000',
  birthOn: '1990-01-01',
  dateOfJoining: '2020-01-01',
  relievingDate: null,
  exitReason: null,
  managerName: '王一',
  status: 'active',
};
const known = (facts: Partial<RosterReading> = {}, branchId = 'head-office'): KnownRecord => ({
  branchId,
  stint: 1,
  reading: { ...base, ...facts },
});
const row: RowSaying = { employeeNumber: 'N1', name: '陈晓', departmentName: '研发部' };
const read = (saying: RowSaying, record: KnownRecord | null = null) => readRow(saying, record, 'everywhere', today);

/** What the row would change in a record. */
function changes(saying: RowSaying, record: KnownRecord) {
  const { reading, says, rejections } = read(saying, record);
  const weighed = weighRow({
    ...{ reading, says, rejections, questions: [], isSuperseded: false },
    ...{ record: record.reading, returning: null },
  });
  return weighed.changes.map(({ field, from, to }) => [field, from, to]);
}

it('never blanks a field about which the file says nothing', () => {
  expect(changes({ employeeNumber: 'N1' }, known())).toEqual([]);
  expect(changes({ ...row, position: '总监' }, known())).toEqual([['position', '工程师', '总监']]);
});

it('compares phones in full and shows their last digits', () => {
  expect(changes({ ...row, phone: '13900138000' }, known())).toEqual([['phone', '****8000', '****8000']]);
  expect(changes({ ...row, phone: '13800138000' }, known())).toEqual([]);
});

it('lets an alumnus be one when the file says 离职', () => {
  const alumnus = known({ status: 'alumni', relievingDate: '2021-01-01' });
  expect(changes({ ...row, status: 'left' }, alumnus)).toEqual([]);
  expect(changes({ ...row, status: 'active' }, alumnus)).toEqual([['status', 'alumni', 'active']]);
});

describe('the status, where no word says it', () => {
  const statusOf = (saying: RowSaying, record: KnownRecord | null = null) =>
    read({ ...row, ...saying }, record).reading.status;

  it('follows from the dates', () => {
    expect(statusOf({})).toBe('active');
    expect(statusOf({ dateOfJoining: '2026-11-22' })).toBe('active');
    expect(statusOf({ dateOfJoining: '2026-11-23' })).toBe('preboarding');
    expect(statusOf({ relievingDate: '2026-11-21' })).toBe('left');
    expect(statusOf({ relievingDate: '2026-11-22' })).toBe('noticePeriod');
  });

  it('stays what it is, unless the file says a last day', () => {
    expect(statusOf({}, known({ status: 'onLeave' }))).toBe('onLeave');
    expect(changes({ ...row, relievingDate: '2026-11-21' }, known())).toEqual([
      ['relievingDate', null, '2026-11-21'],
      ['status', 'active', 'left'],
    ]);
  });

  it('is 待离职 for somebody active whose last day is still ahead', () => {
    expect(statusOf({ status: 'active', relievingDate: '2026-11-22' })).toBe('noticePeriod');
    expect(statusOf({ status: 'active', relievingDate: '2026-11-21' })).toBe('active');
    expect(statusOf({ status: 'onLeave', relievingDate: '2026-12-31' })).toBe('onLeave');
  });
});

describe('somebody who returns', () => {
  const left = known({ status: 'left', relievingDate: '2022-06-30', exitReason: 'hours' });

  it('gets a new stint that takes nothing from the old one', () => {
    const { stint, record, reading } = read({ ...row, dateOfJoining: '2022-07-01', status: 'active' }, left);
    expect({ stint, record }).toEqual({ stint: 2, record: null });
    expect(reading).toMatchObject({ relievingDate: null, exitReason: null, managerName: null, birthOn: '1990-01-01' });
  });

  it('must have joined after the last day of the old stint', () => {
    expect(read({ ...row, dateOfJoining: '2022-06-30' }, left).stint).toBe(1);
    expect(read({ ...row, dateOfJoining: '2022-07-01' }, known({ relievingDate: '2022-06-30' })).stint).toBe(1);
  });
});

describe('rejections', () => {
  it('name what is missing of somebody new, and only then', () => {
    expect(read({ employeeNumber: 'N1' }).rejections.map(({ reason }) => reason)).toEqual([
      'nameMissing',
      'departmentMissing',
    ]);
    expect(read({ employeeNumber: 'N1' }, known()).rejections).toEqual([]);
  });

  it('keep HR of a branch away from other branches', () => {
    expect(readRow(row, known({}, 'north'), ['south'], today).rejections).toEqual([
      { reason: 'otherBranch', field: null },
    ]);
    expect(readRow(row, known({}, 'south'), ['south'], today).rejections).toEqual([]);
  });
});
