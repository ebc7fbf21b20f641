import { emptyNewHire, newHireOf, newHireProblems } from './new-hire-draft';

const manager = { personId: 'p-1', name: '顾怀远', departmentName: '研发部', position: '研发经理' };
const whole = {
  ...emptyNewHire('2026-12-01'),
  ...{ name: ' 江一帆 ', employeeNumber: 'YS-62', departmentName: '研发部', position: '工程师', managers: [manager] },
};

it('a draft with everything in it is sent without the blanks around it', () => {
  expect(newHireProblems(whole, '2026-12-01')).toEqual({});
  expect(newHireOf(whole, 'head-office')).toMatchObject({ name: '江一帆', phone: null, managerPersonId: 'p-1' });
});

it.each([
  ['name', { name: ' ' }],
  ['employeeNumber', { employeeNumber: '工号1' }],
  ['departmentName', { departmentName: '' }],
  ['position', { position: '' }],
  ['phone', { phone: '13x' }],
  ['day', { day: '2026-11-30' }],
  ['managers', { managers: [] }],
])('%s is asked for beside its field', (field, change) => {
  expect(Object.keys(newHireProblems({ ...whole, ...change }, '2026-12-01'))).toEqual([field]);
});
