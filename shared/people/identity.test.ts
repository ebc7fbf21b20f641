import { type Identity, reaches, reachOf, rolesOn } from './identity';

const lan: Identity = {
  _id: 'o-lan',
  personId: 'p-lan',
  employmentId: 'e-lan',
  name: '周岚',
  employeeNumber: '1001',
  departmentName: '人力资源部',
  position: 'HR',
  branchId: 'head-office',
  status: 'active',
  dateOfJoining: '2026-03-02',
  relievingDate: null,
  isManager: false,
  grants: [],
  boundAt: '2026-03-02T01:00:00.000Z',
};

test('somebody who starts tomorrow is a new hire today and an employee tomorrow', () => {
  expect(rolesOn('2026-03-01', lan)).toEqual(['visitor', 'newHire']);
  expect(rolesOn('2026-03-02', lan)).toEqual(['visitor', 'employee']);
});

test('on the last day one is still an employee, the day after an alumnus, whatever the status word says', () => {
  const leaver: Identity = { ...lan, status: 'noticePeriod', relievingDate: '2026-06-30' };
  expect(rolesOn('2026-06-30', leaver)).toEqual(['visitor', 'employee', 'leaving']);
  expect(rolesOn('2026-07-01', leaver)).toEqual(['visitor', 'alumnus']);
});

test('HR rights end with the employment', () => {
  const leaver: Identity = { ...lan, relievingDate: '2026-06-30', grants: [{ role: 'hr', branchId: null }] };
  expect(rolesOn('2026-06-30', leaver)).toContain('hr');
  expect(rolesOn('2026-07-01', leaver)).toEqual(['visitor', 'alumnus']);
});

test('somebody marked as left without a date is an alumnus', () => {
  expect(rolesOn('2026-06-30', { ...lan, status: 'left' })).toEqual(['visitor', 'alumnus']);
});

test('a new hire without a starting date stays one until HR says otherwise', () => {
  expect(rolesOn('2026-06-30', { ...lan, status: 'preboarding', dateOfJoining: null })).toEqual(['visitor', 'newHire']);
});

test('HR reaches everywhere, branch HR only the branches of the grant, everybody else nothing', () => {
  const branch: Identity = { ...lan, grants: [{ role: 'branchHr', branchId: 'chengdu' }] };
  expect(reachOf(['employee', 'hr'], lan)).toBe('everywhere');
  const reach = reachOf(rolesOn('2026-06-30', branch), branch);
  expect(reaches(reach, 'chengdu')).toBe(true);
  expect(reaches(reach, 'head-office')).toBe(false);
  expect(reachOf(['employee'], branch)).toEqual([]);
  expect([reaches('everywhere', null), reaches(reach, null)]).toEqual([true, false]);
});
