import { freshRequest, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
});
afterEach(() => office.close());

const grant = (
  personId: string,
  role: 'hr' | 'branchHr' | 'it',
  branchId: string | null = null,
  requestId = freshRequest(),
) => office.ask('o-hr', 'grantRole', { personId, role, branchId, requestId });
const revoke = (personId: string, role: 'hr' | 'branchHr' | 'it', requestId = freshRequest()) =>
  office.ask('o-hr', 'revokeRole', { personId, role, requestId });

describe('who I am', () => {
  it('costs one request, tells a visitor nothing, and HR of a branch which one, wherever they work', async () => {
    const { result, dbRequests } = await office.stage.counted(() => office.tell('o-nobody', 'readMe', {}));
    expect({ result, dbRequests }).toEqual({
      result: { roles: ['visitor'], hrBranchId: null, person: null },
      dbRequests: 1,
    });
    const grants = [{ role: 'branchHr' as const, branchId: 'south' }];
    await office.stage.seat({ _id: 'o-both', personId: 'p-both', branchId: 'head-office', grants });
    expect(await office.tell('o-both', 'readMe', {})).toMatchObject({
      hrBranchId: 'south',
      person: { branchId: 'head-office' },
    });
    expect((await office.tell('o-hr', 'readMe', {})).hrBranchId).toBeNull();
    expect((await office.tell('o-left', 'readMe', {})).roles).toEqual(['visitor', 'alumnus']);
    expect((await office.tell('o-hr', 'readMe', {})).person).toMatchObject({ personId: 'p-hr', name: '周岚' });
  });
});

describe('员工花名册', () => {
  const listed = async (input: Parameters<typeof office.tell<'listEmployments'>>[2], openId = 'o-hr') =>
    (await office.tell(openId, 'listEmployments', input)).items.map(({ employeeNumber }) => employeeNumber);

  beforeEach(async () => {
    await office.employ('N003', { personName: 'Mia Brown', departmentId: 'd-2', status: 'left' });
    await office.employ('N001', { personName: '陈晓' });
    await office.employ('N002', { personName: '陈小小', branchId: 'south', departmentId: 'd-2' });
    await office.employ('K010', { personName: 'MIA KHAN', branchId: 'south', status: 'onLeave' });
  });

  it('lists by number, page after page', async () => {
    const first = await office.tell('o-hr', 'listEmployments', { limit: 3 });
    expect(first.items.map(({ employeeNumber }) => employeeNumber)).toEqual(['K010', 'N001', 'N002']);
    expect(await listed({ limit: 3, cursor: first.next ?? '' })).toEqual(['N003']);
  });

  it.each([
    [{ status: 'left' as const }, ['N003']],
    [{ departmentId: 'd-2' }, ['N002', 'N003']],
    [{ departmentId: 'd-2', status: 'active' as const }, ['N002']],
    [{ search: '陈' }, ['N002', 'N001']],
    [{ search: 'mia' }, ['N003', 'K010']],
    [{ search: 'N00' }, ['N001', 'N002', 'N003']],
    [{ search: 'mia', status: 'onLeave' as const }, ['K010']],
    [{ search: '晓' }, []],
  ])('finds %j', async (input, numbers) => expect(await listed(input)).toEqual(numbers));

  it('shows HR of a branch that branch alone', async () => {
    expect(await listed({}, 'o-south')).toEqual(['K010', 'N002']);
    expect(await listed({ search: 'N00' }, 'o-south')).toEqual(['N002']);
    expect(await office.refusalOf('o-lan', 'listEmployments', {})).toMatchObject({ code: 'not_allowed' });
    const read = (personId: string) => office.refusalOf('o-south', 'readPerson', { personId });
    expect(await read('p-N001')).toMatchObject({ code: 'person_not_found' });
    expect(await read('p-absent')).toMatchObject({ code: 'person_not_found' });
    expect(await office.tell('o-south', 'readPerson', { personId: 'p-N002' })).toMatchObject({ name: '陈小小' });
  });

  it('costs two requests a page, whatever is filtered and searched for', async () => {
    for (const input of [{}, { status: 'left' as const }, { departmentId: 'd-2' }, { search: '陈' }]) {
      const { dbRequests } = await office.stage.counted(() => office.tell('o-hr', 'listEmployments', input));
      expect(dbRequests).toBe(2);
    }
  });

  it('lists departments by name', async () => {
    await office.apply((await office.preview('工号,姓名,部门\nR1,王一,B部\nR2,李二,A部'))._id);
    const { items } = await office.tell('o-hr', 'listDepartments', {});
    expect(items.map(({ name }) => name)).toEqual(['A部', 'B部']);
  });
});

describe('a person', () => {
  it('is read in at most five requests, the phone in full, with what this caller may do', async () => {
    await office.apply((await office.preview('工号,姓名,部门,手机\nR1,王一,研发部,13800000001'))._id);
    const personId = office.persons()[0]?._id ?? '';
    const { result, dbRequests } = await office.stage.counted(() => office.tell('o-hr', 'readPerson', { personId }));
    expect(result).toMatchObject({ phone: '13800000001', joinedAt: null });
    expect(result).toMatchObject({ allowed: ['issueJoiningCode', 'grantRole', 'moveToBranch'] });
    expect(result.employments.map(Object.keys)[0]).not.toContain('byName');
    expect(dbRequests).toBeLessThanOrEqual(5);
  });

  it('offers nothing that would be refused', async () => {
    await office.employ('N1', { status: 'left' });
    await office.employ('N2', { branchId: 'south' });
    const allowed = async (openId: string, personId: string) =>
      (await office.tell(openId, 'readPerson', { personId })).allowed;
    expect(await allowed('o-hr', 'p-N1')).toEqual([]);
    expect(await allowed('o-south', 'p-N2')).toEqual(['issueJoiningCode']);
  });
});

describe('rights', () => {
  beforeEach(async () => {
    await office.employ('N1');
    await office.stage.seat({
      _id: 'o-1',
      personId: 'p-N1',
      employmentId: 'e-N1',
      employeeNumber: 'N1',
      name: '员工N1',
    });
  });
  const roles = async () => (await office.tell('o-1', 'readMe', {})).roles;

  it('are given, hold at the next call, and are taken away', async () => {
    expect(await grant('p-N1', 'hr')).toMatchObject({ ok: true, data: { grants: [{ role: 'hr', branchId: null }] } });
    expect(await roles()).toContain('hr');
    expect(await revoke('p-N1', 'hr')).toMatchObject({ ok: true, data: { grants: [] } });
    expect(await roles()).toEqual(['visitor', 'employee']);
    expect(office.persons()[0]).toMatchObject({ pending: null, pendingSince: null });
  });

  it('survive the repeat of an old request', async () => {
    const requestId = freshRequest();
    await grant('p-N1', 'hr', null, requestId);
    await revoke('p-N1', 'hr');
    expect(await grant('p-N1', 'hr', null, requestId)).toMatchObject({ ok: true, data: { grants: [] } });
    expect(await roles()).not.toContain('hr');
    expect(await grant('p-N1', 'it', null, requestId)).toMatchObject({ code: 'request_id_reused' });
  });

  it('of a branch stand side by side; a right everywhere takes their place', async () => {
    await grant('p-N1', 'it', 'south');
    await grant('p-N1', 'it', 'north');
    expect(await grant('p-N1', 'it')).toMatchObject({ data: { grants: [{ role: 'it', branchId: null }] } });
    expect(await grant('p-N1', 'it', 'south')).toMatchObject({ data: { grants: [{ role: 'it', branchId: null }] } });
  });

  it('for HR of a branch name the branch, for HR everywhere none', async () => {
    expect(await grant('p-N1', 'branchHr')).toMatchObject({ code: 'input_invalid', fields: ['branchId'] });
    expect(await grant('p-N1', 'hr', 'south')).toMatchObject({ code: 'input_invalid', fields: ['branchId'] });
    expect(await grant('p-N1', 'branchHr', 'south')).toMatchObject({ ok: true });
  });

  it('are never one’s own, never a leaver’s, and given by HR alone', async () => {
    await office.employ('N2', { status: 'left' });
    expect(await grant('p-hr', 'it')).toMatchObject({ code: 'own_rights_kept' });
    expect(await revoke('p-hr', 'hr')).toMatchObject({ code: 'own_rights_kept' });
    expect(await grant('p-N2', 'it')).toMatchObject({ code: 'person_has_left' });
    expect(await grant('p-nobody', 'it')).toMatchObject({ code: 'person_not_found' });
    const input = { personId: 'p-N1', role: 'it' as const, branchId: null, requestId: freshRequest() };
    for (const openId of ['o-south', 'o-lan', 'o-left']) {
      expect(await office.refusalOf(openId, 'grantRole', input)).toMatchObject({ code: 'not_allowed' });
    }
  });

  it('given to one person by two hands at once are both there', async () => {
    await Promise.all([grant('p-N1', 'it'), grant('p-N1', 'hr')]);
    expect((await roles()).sort()).toEqual(['employee', 'hr', 'it', 'visitor']);
  });
});
