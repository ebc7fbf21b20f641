import { newEmployment } from './roster/record-fields';
import { worksHere } from './works-here';

const employment = newEmployment(
  {
    ...{ employeeNumber: 'N1', name: '林晓', departmentName: '研发部', position: '工程师', phone: null, birthOn: null },
    ...{ dateOfJoining: '2026-11-20', relievingDate: null, exitReason: null, managerName: null, status: 'active' },
  },
  { employmentId: 'e-1', personId: 'p-1', branchId: 'head-office', stint: 1, departmentId: 'd-1' },
  '2026-11-01T00:00:00.000Z',
);

it('counts somebody from the first day on, not from the day before', () => {
  expect(worksHere(employment, '2026-11-19')).toBe(false);
  expect(worksHere(employment, '2026-11-20')).toBe(true);
});

it('counts somebody up to the last day, and not the day after', () => {
  const leaving = { ...employment, status: 'noticePeriod' as const, relievingDate: '2026-11-30' };
  expect(worksHere(leaving, '2026-11-30')).toBe(true);
  expect(worksHere(leaving, '2026-12-01')).toBe(false);
});

it('counts nobody who has left or has not begun, whatever the dates say', () => {
  for (const status of ['left', 'alumni', 'preboarding'] as const) {
    expect(worksHere({ ...employment, status }, '2026-11-25')).toBe(false);
  }
});

it('counts somebody whose roster tells no first day', () => {
  expect(worksHere({ ...employment, dateOfJoining: null }, '2026-11-19')).toBe(true);
});
