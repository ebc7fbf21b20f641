import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';
import { branchesId } from './documents';

jest.spyOn(console, 'error').mockImplementation(() => undefined);
jest.spyOn(console, 'log').mockImplementation(() => undefined);
jest.setTimeout(60_000);

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  office = await openPersonnel();
  await office.remove('branches', branchesId);
});
afterEach(() => office.close());

const add = async (name: string, requestId = freshRequest()) =>
  (await office.tell('o-hr', 'addBranch', { name, requestId })).items;
const idOf = async (name: string) => (await add(name)).at(-1)?._id ?? '';
const names = async () => (await office.tell('o-lan', 'listBranches', {})).items.map(({ name }) => name);
const move = (personId: string, branchId: string, requestId = freshRequest()) =>
  office.ask('o-hr', 'moveToBranch', { personId, branchId, requestId });
const employmentOf = (personId: string) => office.employments().find((one) => one.personId === personId);
const identityOf = (personId: string) =>
  office.stage.cloud.documents('identities').find((identity) => identity.personId === personId);

it('there is a head office before anybody adds a branch, and every colleague can read the names', async () => {
  expect(await names()).toEqual(['总部']);
  await add('成都分公司');
  expect(await names()).toEqual(['总部', '成都分公司']);
});

it('a request adds one branch however often it is sent, and no name stands twice', async () => {
  const requestId = freshRequest();
  const first = await add('成都分公司', requestId);
  expect(await add('成都分公司', requestId)).toEqual(first);
  const again = { name: '成都分公司', requestId: freshRequest() };
  expect(await office.refusalOf('o-hr', 'addBranch', again)).toMatchObject({ code: 'branch_name_taken' });
  expect(await names()).toEqual(['总部', '成都分公司']);
});

it('branches added at the same moment are all there', async () => {
  // The first of all is inserted; those after it change what is there.
  await Promise.all(['成都', '深圳'].map((name) => add(`${name}分公司`)));
  await Promise.all(['武汉', '西安'].map((name) => add(`${name}分公司`)));
  expect((await names()).sort()).toEqual(['总部', '成都分公司', '武汉分公司', '深圳分公司', '西安分公司'].sort());
});

it('a company has at most fifty', async () => {
  for (let number = 1; number < 50; number += 1) await add(`第 ${number} 分公司`);
  const more = { name: '再一家', requestId: freshRequest() };
  expect(await office.refusalOf('o-hr', 'addBranch', more)).toMatchObject({ code: 'branches_full' });
});

it('another name keeps the branch; of two HR who saw the old one, the second is told', async () => {
  const branchId = await idOf('成都分公司');
  const rename = (seenName: string, name: string) => ({ branchId, seenName, name, requestId: freshRequest() });
  await office.tell('o-hr', 'renameBranch', rename('成都分公司', '西南分公司'));
  expect(await office.ask('o-hr', 'renameBranch', rename('成都分公司', '西南分公司'))).toMatchObject({ ok: true });
  const codes = [
    ...[rename('成都分公司', '四川分公司'), rename('西南分公司', '总部')],
    { ...rename('成都分公司', '四川分公司'), branchId: 'nowhere' },
  ].map(async (input) => (await office.refusalOf('o-hr', 'renameBranch', input)).code);
  expect(await Promise.all(codes)).toEqual(['branch_changed', 'branch_name_taken', 'branch_not_found']);
  expect(await names()).toEqual(['总部', '西南分公司']);
});

it('only HR of the whole company writes branches and moves people', async () => {
  for (const openId of ['o-south', 'o-lan']) {
    const branch = { name: '成都分公司', requestId: freshRequest() };
    expect((await office.refusalOf(openId, 'addBranch', branch)).code).toBe('not_allowed');
    const moving = { personId: 'p-lan', branchId: 'head-office', requestId: freshRequest() };
    expect((await office.refusalOf(openId, 'moveToBranch', moving)).code).toBe('not_allowed');
  }
  expect(await office.refusalOf(null, 'listBranches', {})).toMatchObject({ code: 'not_signed_in' });
});

it('nobody is hired into, or made HR of, a branch that nobody added', async () => {
  await office.employ('M1');
  const before = office.everything();
  const right = { personId: 'p-M1', role: 'branchHr' as const, branchId: 'nowhere', requestId: freshRequest() };
  expect(await office.refusalOf('o-hr', 'grantRole', right)).toMatchObject({ code: 'branch_not_found' });
  const hire = { name: '江一帆', employeeNumber: 'YS-1', departmentName: '研发部', position: '工程师', phone: null };
  const when = { dateOfJoining: '2026-12-01', managerPersonId: 'p-M1', isReturn: false, requestId: freshRequest() };
  expect(await office.refusalOf('o-hr', 'addNewHire', { ...hire, ...when, branchId: 'nowhere' })).toMatchObject({
    code: 'branch_not_found',
  });
  expect(office.everything()).toBe(before);
});

describe('moving', () => {
  let chengdu: string;
  beforeEach(async () => {
    chengdu = await idOf('成都分公司');
    await office.employ('N1');
    await office.stage.seat({ _id: 'o-N1', personId: 'p-N1', employmentId: 'e-N1' });
  });

  it('brings somebody under the branch’s HR, and out of it again', async () => {
    await office.stage.seat({
      ...{ _id: 'o-west', personId: 'p-west', branchId: chengdu },
      grants: [{ role: 'branchHr', branchId: chengdu }],
    });
    const seen = () => office.ask('o-west', 'readPerson', { personId: 'p-N1' });
    expect(await seen()).toMatchObject({ code: 'person_not_found' });
    expect(await move('p-N1', chengdu)).toMatchObject({ ok: true, data: { branchId: chengdu } });
    expect(await seen()).toMatchObject({ ok: true });
    expect([employmentOf('p-N1')?.branchId, identityOf('p-N1')?.branchId]).toEqual([chengdu, chengdu]);
    await move('p-N1', 'head-office');
    expect(await seen()).toMatchObject({ code: 'person_not_found' });
  });

  it('a repeat moves nobody back whom another request has moved since', async () => {
    const requestId = freshRequest();
    await move('p-N1', chengdu, requestId);
    await move('p-N1', 'head-office');
    expect(await move('p-N1', chengdu, requestId)).toMatchObject({ ok: true });
    expect(employmentOf('p-N1')?.branchId).toBe('head-office');
    expect(await move('p-N1', 'head-office', requestId)).toMatchObject({ code: 'request_id_reused' });
  });

  it('is refused to a branch that nobody added, and for who has left', async () => {
    const before = office.everything();
    expect(await move('p-N1', 'nowhere')).toMatchObject({ code: 'branch_not_found' });
    await office.employ('N2', { status: 'left', relievingDate: '2026-01-31' });
    expect(await move('p-N2', chengdu)).toMatchObject({ code: 'person_has_left' });
    expect(await move('p-N3', chengdu)).toMatchObject({ code: 'person_not_found' });
    await office.remove('employments', 'e-N2');
    await office.remove('persons', 'p-N2');
    expect(office.everything()).toBe(before);
  });

  it('killed at any request leaves records and identity agreeing after the sweep, and its repeat does it', async () => {
    const cuts = await killedEverywhere(async (cut) => {
      const requestId = freshRequest();
      await cut(() => move('p-N1', chengdu, requestId));
      await office.sweep();
      expect(identityOf('p-N1')?.branchId).toBe(employmentOf('p-N1')?.branchId);
      expect(await move('p-N1', chengdu, requestId)).toMatchObject({ ok: true });
      expect([employmentOf('p-N1')?.branchId, identityOf('p-N1')?.branchId]).toEqual([chengdu, chengdu]);
    });
    expect(cuts).toBeGreaterThan(5);
  });
});

describe('a roster for one branch', () => {
  let branchId: string;
  const open = (asked: string) => ({ fileName: '成都.csv', branchId: asked, requestId: freshRequest() });
  beforeEach(async () => {
    branchId = await idOf('成都分公司');
  });

  it('brings its new people there, leaves those of others alone, and is seen by its HR only', async () => {
    await office.employ('R1');
    const seats = { west: branchId, south: 'south' };
    for (const [name, branch] of Object.entries(seats)) {
      const grants = [{ role: 'branchHr' as const, branchId: branch }];
      await office.stage.seat({ _id: `o-hr-${name}`, personId: `p-hr-${name}`, branchId: branch, grants });
    }
    const { _id: batchId, uploadPath } = await office.tell('o-hr', 'openRosterBatch', open(branchId));
    const fileId = await office.upload(uploadPath, '工号,姓名,部门\nR1,员工R1,市场部\nR2,员工R2,市场部\n');
    await office.tell('o-hr', 'readRosterColumns', { batchId, fileId, requestId: freshRequest() });
    await office.match(batchId);
    expect((await office.finish(batchId)).batch.counts).toMatchObject({ new: 1, rejected: 1 });
    await office.apply(batchId);
    const where = Object.fromEntries(office.employments().map((one) => [one.employeeNumber, one.branchId]));
    expect(where).toEqual({ R1: 'head-office', R2: branchId });
    expect(await office.ask('o-hr-west', 'readRosterBatch', { batchId })).toMatchObject({ ok: true });
    expect((await office.refusalOf('o-hr-south', 'readRosterBatch', { batchId })).code).toBe('roster_batch_not_found');
  });

  it('needs a branch that is there and within reach, and its request opens no batch for another', async () => {
    expect((await office.refusalOf('o-hr', 'openRosterBatch', open('nowhere'))).code).toBe('branch_not_found');
    expect((await office.refusalOf('o-south', 'openRosterBatch', open(branchId))).code).toBe('branch_out_of_reach');
    const first = open(branchId);
    const batch = await office.tell('o-hr', 'openRosterBatch', first);
    expect(await office.tell('o-hr', 'openRosterBatch', first)).toEqual(batch);
    const elsewhere = { ...first, branchId: 'head-office' };
    expect((await office.refusalOf('o-hr', 'openRosterBatch', elsewhere)).code).toBe('request_id_reused');
  });
});
