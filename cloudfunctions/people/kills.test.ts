import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';

// The door logs every request that the line swallowed; that is what this file is about.
jest.spyOn(console, 'error').mockImplementation(() => undefined);
jest.spyOn(console, 'log').mockImplementation(() => undefined);
jest.setTimeout(300_000);

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
});
afterEach(() => office.close());

let people = 0;
async function newcomer() {
  people += 1;
  const number = `K${people}`;
  await office.employ(number);
  const { code } = await office.tell('o-hr', 'issueJoiningCode', {
    employmentId: `e-${number}`,
    requestId: freshRequest(),
  });
  return { number, openId: `o-${number}`, input: { employeeNumber: number, code, requestId: freshRequest() } };
}
const personOf = (number: string) => office.persons().find(({ _id }) => _id === `p-${number}`);
const identityOf = (number: string) =>
  office.stage.cloud.documents('identities').find(({ personId }) => personId === `p-${number}`);
const codeOf = (number: string) =>
  office.stage.cloud.documents('joiningCodes').find(({ _id }) => _id === `e-${number}`) as
    | { usedAt: string | null }
    | undefined;

it('a joining killed at any request lets the same WeChat go on at once with the same code', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const { number, openId, input } = await newcomer();
    await cut(() => office.ask(openId, 'joinWithCode', input));
    expect(await office.ask(openId, 'joinWithCode', input)).toMatchObject({ ok: true });
    expect(identityOf(number)).toMatchObject({ _id: openId });
    expect(personOf(number)?.joinedAt).not.toBeNull();
  });
  expect(cuts).toBeGreaterThan(9);
});

it('a joining killed at any request and given up is finished or taken back by the sweep', async () => {
  await killedEverywhere(async (cut) => {
    const { number, openId, input } = await newcomer();
    await cut(() => office.ask(openId, 'joinWithCode', input));
    await office.sweep();
    const isBound = identityOf(number) !== undefined;
    expect({ isBound, joined: personOf(number)?.joinedAt !== null, used: codeOf(number)?.usedAt !== null }).toEqual({
      isBound,
      joined: isBound,
      used: isBound,
    });
    // Whoever was not bound can use the code with another WeChat.
    if (!isBound) expect(await office.ask(`${openId}-2`, 'joinWithCode', input)).toMatchObject({ ok: true });
  });
});

it('a right that was taken away is gone everywhere, wherever the call was killed', async () => {
  await killedEverywhere(async (cut) => {
    const { number, openId, input } = await newcomer();
    await office.tell(openId, 'joinWithCode', input);
    const personId = `p-${number}`;
    const grant = { personId, role: 'hr' as const, branchId: null, requestId: freshRequest() };
    await office.tell('o-hr', 'grantRole', grant);
    expect((await office.tell(openId, 'readMe', {})).roles).toContain('hr');
    const revoke = { personId, role: 'hr' as const, requestId: freshRequest() };
    await cut(() => office.ask('o-hr', 'revokeRole', revoke));
    const wasRevoked = personOf(number)?.grants.length === 0;
    await office.sweep();
    expect((await office.tell(openId, 'readMe', {})).roles.includes('hr')).toBe(!wasRevoked);
    await office.tell('o-hr', 'revokeRole', revoke);
    expect((await office.tell(openId, 'readMe', {})).roles).not.toContain('hr');
  });
});

it('an unbinding killed at any request ends with the WeChat taken away and no code that works', async () => {
  await killedEverywhere(async (cut) => {
    const { number, openId, input } = await newcomer();
    await office.tell(openId, 'joinWithCode', input);
    const unbind = { personId: `p-${number}`, requestId: freshRequest() };
    await cut(() => office.ask('o-hr', 'unbindPerson', unbind));
    const wasUnbound = personOf(number)?.joinedAt === null;
    await office.sweep();
    expect(identityOf(number) === undefined).toBe(wasUnbound);
    await office.tell('o-hr', 'unbindPerson', unbind);
    expect([identityOf(number), codeOf(number), personOf(number)?.joinedAt]).toEqual([undefined, undefined, null]);
    expect((await office.ask(openId, 'joinWithCode', input)).ok).toBe(false);
  });
});

it('a return that is added, killed at any request, makes the WeChat that is bound still a new hire’s', async () => {
  await office.employ('M1', { personName: '顾怀远' });
  await office.employ('B1', { personName: '孙倩', status: 'left', relievingDate: '2026-03-01' });
  await office.stage.seat({
    ...{ _id: 'o-back', personId: 'p-B1', employmentId: 'e-B1', status: 'left', relievingDate: '2026-03-01' },
  });
  const cuts = await killedEverywhere(async (cut) => {
    const input = {
      ...{ name: '孙倩', employeeNumber: 'B1', departmentName: '市场部', position: '专员', branchId: 'head-office' },
      ...{ dateOfJoining: '2026-12-01', managerPersonId: 'p-M1', phone: null, isReturn: true },
      requestId: freshRequest(),
    };
    await cut(() => office.ask('o-hr', 'addNewHire', input));
    expect(await office.ask('o-hr', 'addNewHire', input)).toMatchObject({ ok: true, data: { stint: 2 } });
    expect((await office.tell('o-back', 'readMe', {})).roles).toContain('newHire');
  });
  expect(cuts).toBeGreaterThan(5);
});

describe('a roster killed at any request', () => {
  const before = [
    '工号,姓名,部门,岗位,手机号,入职日期,离职日期,直属上级,状态',
    'R1,王一,研发部,经理,13800000001,2019-03-01,,,在职',
    'R2,李二,研发部,工程师,13800000002,2020-03-01,,王一,在职',
    'R3,张三,市场部,专员,13800000003,2018-03-01,2020-06-30,王一,离职',
  ].join('\n');
  const after = [
    '工号,姓名,部门,岗位,手机号,入职日期,离职日期,直属上级,状态',
    'R1,王一,研发部,总监,13800000001,2019-03-01,,,在职',
    'R2,李二,产品部,工程师,13900000002,2020-03-01,,赵六,在职',
    'R3,张三,市场部,经理,13900000003,2026-03-01,,王一,在职',
    'R4,陈四,产品部,工程师,13800000004,2026-05-01,,王一,在职',
    'R5,赵六,产品部,经理,13800000005,2026-05-01,2026-06-01,王一,在职',
  ].join('\n');

  /** What the records say, without what differs from run to run. */
  const records = () =>
    JSON.stringify(
      [
        office.employments().map(({ batchId, createdAt, ...facts }) => facts),
        office.persons().map(({ _id, name, version, grants }) => ({ _id, name, version, grants })),
        office.stage.cloud.documents('departments').map(({ name }) => name),
        office.stage.cloud
          .documents('identities')
          .map(({ employmentId, isManager, position }) => [employmentId, isManager, position]),
      ].map((documents) => documents.map((one) => JSON.stringify(one)).sort()),
    );

  /** The company before, with two people who have joined. */
  async function company(): Promise<void> {
    await office.apply((await office.preview(before))._id);
    const seats = { R1: 'o-r1', R3: 'o-r3' };
    for (const [number, openId] of Object.entries(seats)) {
      const employment = office.employments().find((one) => one.employeeNumber === number);
      if (!employment) throw new Error(`${number} was not applied`);
      const { personId, _id: employmentId, status, relievingDate, position } = employment;
      const facts = { employmentId, status, relievingDate, position, isManager: number === 'R1' };
      await office.stage.seat({ _id: openId, personId, ...facts });
    }
  }

  const previewed = async () => (await office.decideAll(await office.preview(after), 'second'))._id;
  const stageOf = async (batchId: string) => (await office.tell('o-hr', 'readRosterBatch', { batchId })).stage;

  it('is read to the same preview', async () => {
    await company();
    const { _id: batchId } = await office.bring(after);
    await office.match(batchId);
    const cuts = await killedEverywhere(async (cut) => {
      await cut(() => office.finish(batchId));
      // The phone is opened again after the lease has run out.
      passTime(61_000);
      if ((await stageOf(batchId)) === 'reading') await office.finish(batchId);
      const batch = await office.tell('o-hr', 'readRosterBatch', { batchId });
      expect(batch).toMatchObject({ stage: 'reviewing', counts: { new: 2, changed: 2, waiting: 1 } });
      expect(office.rows(batchId)).toHaveLength(5);
    });
    expect(cuts).toBeGreaterThan(20);
  });

  it('is decided as far as the decision came, and the repeat decides the rest', async () => {
    const contradictions = [
      '工号,姓名,部门,状态,离职日期',
      'R1,王一,A部,在职,2020-01-01',
      'R1,王小一,A部,在职,2020-01-01',
    ];
    const { _id: batchId } = await office.preview(contradictions.join('\n'));
    const decide = (kind: 'numberTwice' | 'leavingDateButNotLeft') =>
      office.tell('o-hr', 'decideRosterRows', {
        ...{ batchId, kind, decision: 'second', rowNumber: null, requestId: freshRequest() },
      });
    await decide('numberTwice');
    await killedEverywhere(async (cut) => {
      await cut(() => decide('leavingDateButNotLeft'));
      passTime(61_000);
      expect((await decide('leavingDateButNotLeft')).counts).toMatchObject({ new: 1, leftOut: 1, waiting: 0 });
    });
  });

  it('is applied and undone to the same end', async () => {
    await company();
    const untouched = records();
    const batchId = await previewed();
    const putBack = office.stage.cloud.snapshot();
    await office.apply(batchId);
    const applied = records();
    expect(applied).not.toBe(untouched);
    await office.undo(batchId);
    expect(records()).toBe(untouched);

    putBack();
    const cutsOfApplying = await killedEverywhere(async (cut) => {
      await cut(() => office.apply(batchId));
      passTime(61_000);
      const stage = await stageOf(batchId);
      if (stage === 'reviewing') await office.apply(batchId);
      else if (stage === 'applying') await office.finish(batchId);
      expect(records()).toBe(applied);
    });
    const cutsOfUndoing = await killedEverywhere(async (cut) => {
      await cut(() => office.undo(batchId));
      passTime(61_000);
      const stage = await stageOf(batchId);
      if (stage === 'applied') await office.undo(batchId);
      else if (stage === 'undoing') await office.finish(batchId);
      expect(records()).toBe(untouched);
    });
    expect(cutsOfApplying).toBeGreaterThan(50);
    expect(cutsOfUndoing).toBeGreaterThan(40);
  });

  it('is finished by the sweep when nobody comes back to it', async () => {
    await company();
    const batchId = await previewed();
    await office.tell('o-hr', 'applyRosterBatch', { batchId, requestId: freshRequest() });
    await office.sweep();
    expect(await office.tell('o-hr', 'readRosterBatch', { batchId })).toMatchObject({ stage: 'applied' });
  });
});
