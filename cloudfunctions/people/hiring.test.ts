import { freshRequest, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';
import { signedCall } from '../platform/system-call';
import { main } from './index';
import { store } from './store';

// Moving a first day tells onboarding, which is not on this stage; the news waits in the record for the sweep.
jest.spyOn(console, 'error').mockImplementation(() => undefined);

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  office = await openPersonnel();
  await office.employ('M1', { personName: '顾怀远' });
});
afterEach(() => office.close());

const hire = (more: object = {}) => ({
  ...{ name: '江一帆', employeeNumber: 'YS-1', departmentName: '研发部', position: '工程师', branchId: 'head-office' },
  ...{ dateOfJoining: '2026-12-01', managerPersonId: 'p-M1', phone: '139 0001 8001', isReturn: false },
  ...{ requestId: freshRequest(), ...more },
});
const add = (more: object = {}, openId = 'o-hr') => office.tell(openId, 'addNewHire', hire(more));
const refused = async (more: object, openId = 'o-hr') =>
  (await office.refusalOf(openId, 'addNewHire', hire(more))).code;

it('a new hire is a person and an employment before its first day, the phone sealed', async () => {
  const { personId, employmentId, stint } = await add();
  expect(stint).toBe(1);
  expect(await office.tell('o-hr', 'readPerson', { personId })).toMatchObject({
    ...{ name: '江一帆', phone: '13900018001', joinedAt: null },
    employments: [{ _id: employmentId, status: 'preboarding', dateOfJoining: '2026-12-01', managerName: '顾怀远' }],
    allowed: expect.arrayContaining(['issueJoiningCode', 'moveFirstDay']),
  });
  expect(office.everything()).not.toMatch(/139 ?0001/);
});

it('the same request again writes nothing, with another name it is refused', async () => {
  const input = hire();
  const first = await office.tell('o-hr', 'addNewHire', input);
  const before = office.everything();
  expect(await office.tell('o-hr', 'addNewHire', input)).toEqual(first);
  expect(office.everything()).toBe(before);
  expect((await office.refusalOf('o-hr', 'addNewHire', { ...input, name: '别人' })).code).toBe('request_id_reused');
});

it('refuses a number that is taken, a day that is past, a manager who is not here, a branch out of reach', async () => {
  await add();
  expect(await refused({})).toBe('employee_number_taken');
  expect(await refused({ employeeNumber: 'YS-2', dateOfJoining: '2026-11-21' })).toBe('first_day_past');
  expect(await refused({ employeeNumber: 'YS-2', managerPersonId: 'p-nobody' })).toBe('colleague_not_found');
  expect(await refused({ employeeNumber: 'YS-2' }, 'o-south')).toBe('branch_out_of_reach');
  expect(await refused({ employeeNumber: 'YS-2', isReturn: true })).toBe('returner_unknown');
  expect(office.employments().map(({ employeeNumber }) => employeeNumber)).toEqual(['M1', 'YS-1']);
  await add({ employeeNumber: 'YS-2', dateOfJoining: '2026-11-22' });
});

it('the number of somebody who left opens their second stint, for them alone', async () => {
  await office.employ('YS-9', { personName: '孙倩', status: 'left', relievingDate: '2026-03-01' });
  expect(await refused({ employeeNumber: 'YS-9' })).toBe('employee_number_left');
  const back = await add({ employeeNumber: 'YS-9', isReturn: true });
  expect(back).toMatchObject({ stint: 2 });
  const stints = office.employments().filter(({ employeeNumber }) => employeeNumber === 'YS-9');
  expect(stints.map(({ stint, status }) => [stint, status])).toEqual([
    [1, 'left'],
    [2, 'preboarding'],
  ]);
});

it('rights end with their stint; that end told again leaves the rights of the return', async () => {
  await office.employ('YS-9', { personName: '孙倩' });
  const personId = 'p-YS-9';
  const grantsNow = () =>
    office
      .persons()
      .find(({ _id }) => _id === personId)
      ?.grants.map(({ role }) => role);
  const grant = (role: 'finance' | 'it') =>
    office.tell('o-hr', 'grantRole', { personId, role, branchId: null, requestId: freshRequest() });
  const at = new Date().toISOString();
  const end = { employmentId: 'e-YS-9', relievingDate: '2026-11-21', at, requestId: freshRequest() };
  const sayEnd = () => office.stage.call(main, null, signedCall('people', 'endEmployment', end, new Date()));
  await grant('finance');
  await sayEnd();
  expect(grantsNow()).toEqual([]);
  await add({ employeeNumber: 'YS-9', isReturn: true });
  await grant('it');
  expect(await sayEnd()).toMatchObject({ ok: true, data: { status: 'left' } });
  expect(grantsNow()).toEqual(['it']);
});

it('who left by a roster comes back without the rights of before', async () => {
  await office.employ('YS-9', { personName: '孙倩' });
  const grant = { personId: 'p-YS-9', role: 'finance' as const, branchId: null, requestId: freshRequest() };
  await office.tell('o-hr', 'grantRole', grant);
  const left = { status: 'left', relievingDate: '2026-11-21' } as const;
  await store.employments.changeOne({ _id: 'e-YS-9' }, left);
  await add({ employeeNumber: 'YS-9', isReturn: true });
  expect(office.persons().find(({ _id }) => _id === 'p-YS-9')?.grants).toEqual([]);
});

it('two who add one number at once add one', async () => {
  const inputs = [hire(), hire()];
  const answers = await Promise.all(inputs.map((input) => office.ask('o-hr', 'addNewHire', input)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(office.employments().filter(({ employeeNumber }) => employeeNumber === 'YS-1')).toHaveLength(1);
});

it('a first day is moved until it has come', async () => {
  const { employmentId } = await add();
  const move = (dateOfJoining: string) => ({ employmentId, dateOfJoining, requestId: freshRequest() });
  await office.tell('o-hr', 'moveFirstDay', move('2026-12-07'));
  expect((await office.refusalOf('o-south', 'moveFirstDay', move('2026-12-08'))).code).toBe('employment_not_found');
  expect((await office.refusalOf('o-hr', 'moveFirstDay', move('2026-11-21'))).code).toBe('first_day_past');
  stopClock('2026-12-06T16:00:00.000Z');
  expect((await office.refusalOf('o-hr', 'moveFirstDay', move('2026-12-08'))).code).toBe('started_already');
});

it('at midnight in Shanghai of the first day 待入职 becomes 试用, and the newcomer an employee', async () => {
  const { personId, employmentId } = await add();
  await office.stage.seat({
    ...{ _id: 'o-new', personId, employmentId, status: 'preboarding', dateOfJoining: '2026-12-01' },
  });
  const statusNow = async (moment: string) => {
    stopClock(moment);
    await office.sweep();
    return office.employments().find(({ _id }) => _id === employmentId)?.status;
  };
  expect(await statusNow('2026-11-30T15:50:00.000Z')).toBe('preboarding');
  expect((await office.tell('o-new', 'readMe', {})).roles).toContain('newHire');
  expect(await statusNow('2026-11-30T16:00:00.000Z')).toBe('probation');
  expect((await office.tell('o-new', 'readMe', {})).roles).toContain('employee');
});

it('begins in spite of fifty who gave notice before their first day and are 待入职 by the word', async () => {
  for (let index = 0; index < 50; index += 1) {
    const gone = { status: 'preboarding', dateOfJoining: '2026-11-30', relievingDate: '2026-11-30' } as const;
    await office.employ(`G${index}`, gone);
  }
  const { employmentId } = await add();
  stopClock('2026-11-30T16:00:00.000Z');
  await office.sweep();
  const statusOf = (wanted: string) => office.employments().find(({ _id }) => _id === wanted)?.status;
  expect(statusOf(employmentId)).toBe('probation');
  expect(statusOf('e-G0')).toBe('preboarding');
});

it('costs what the domain says', async () => {
  const input = hire();
  const adding = await office.stage.counted(() => office.tell('o-hr', 'addNewHire', input));
  const repeat = await office.stage.counted(() => office.tell('o-hr', 'addNewHire', input));
  const idle = await office.stage.counted(() => office.sweep());
  expect([adding, repeat, idle].map(({ dbRequests }) => dbRequests)).toEqual([7, 2, 6]);
});
