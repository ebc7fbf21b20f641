import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';
import { count, king, lee, roster, rosterDesk } from '../../test/roster-desk';

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
});
afterEach(() => office.close());

const { brought, employmentOf, rowsOf } = rosterDesk(() => office);

describe('applying', () => {
  it('writes departments, persons and employments, links managers and says so to those who have joined', async () => {
    await brought(roster(king, lee));
    expect(employmentOf('R2')).toMatchObject({ status: 'probation', managerEmploymentId: employmentOf('R1')?._id });
    const { code } = await office.tell('o-hr', 'issueJoiningCode', {
      employmentId: employmentOf('R2')?._id ?? '',
      requestId: freshRequest(),
    });
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await office.tell('o-2', 'joinWithCode', { employeeNumber: 'R2', code, requestId: freshRequest() });
    await brought(roster('R3,张三,市场部,,,,,,李二,在职,'));
    expect((await office.tell('o-2', 'readMe', {})).roles).toEqual(['visitor', 'employee', 'manager']);
    await brought(roster('R2,李二,研发部,工程师,,,2026-11-01,,,已离职,'));
    expect((await office.tell('o-2', 'readMe', {})).roles).toEqual(['visitor', 'alumnus']);
  });

  it('links those who waited for a manager whom a later roster brings, until it is undone', async () => {
    const first = await office.preview(roster(lee));
    await office.apply((await office.decideAll(first, 'first'))._id);
    expect(employmentOf('R2')).toMatchObject({ managerName: '王一', managerEmploymentId: null });
    const second = await brought(roster(king));
    expect(employmentOf('R2')?.managerEmploymentId).toBe(employmentOf('R1')?._id);
    await office.undo(second._id);
    expect(employmentOf('R2')).toMatchObject({ managerName: '王一', managerEmploymentId: null });
    expect(employmentOf('R1')).toBeUndefined();
    // Of two people with the name, nobody is meant.
    await brought(roster(king, king.replace('R1', 'R9')));
    expect(employmentOf('R2')?.managerEmploymentId).toBeNull();
  });

  it('changes nothing twice, whoever repeats it', async () => {
    const { _id: batchId } = await office.preview(roster(king));
    const apply = { batchId, requestId: freshRequest() };
    await office.tell('o-hr', 'applyRosterBatch', apply);
    const { batch } = await office.finish(batchId);
    expect(await office.tell('o-hr', 'applyRosterBatch', apply)).toEqual(batch);
    expect(await office.tell('o-hr', 'advanceRosterBatch', apply)).toEqual(batch);
    const another = { batchId, requestId: freshRequest() };
    expect(await office.refusalOf('o-hr', 'applyRosterBatch', another)).toMatchObject({ code: 'roster_stage_passed' });
    expect(await office.refusalOf('o-hr', 'cancelRosterBatch', another)).toMatchObject({ code: 'roster_stage_passed' });
  });

  it('never overwrites what another batch wrote since the preview, and says which row', async () => {
    await brought(roster(king));
    const slow = await office.preview(roster(king.replace('经理', '总监')));
    await brought(roster(king.replace('经理', '副总')));
    const applied = await office.apply(slow._id);
    expect(applied.counts).toEqual(count({ rejected: 1 }));
    expect(employmentOf('R1')?.position).toBe('副总');
    expect((await rowsOf(slow._id, 'rejected'))[0]?.rejections).toEqual([{ reason: 'changedMeanwhile', field: null }]);
  });

  it('gives one of two callers the piece and tells the other that it is busy', async () => {
    const { _id: batchId } = await office.preview(roster(king, lee));
    await office.tell('o-hr', 'applyRosterBatch', { batchId, requestId: freshRequest() });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => office.ask('o-hr', 'advanceRosterBatch', { batchId, requestId: freshRequest() })),
    );
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? ['roster_batch_busy'] : []));
    await office.finish(batchId);
    expect(office.employments()).toHaveLength(2);
  });

  it('opens a new stint for somebody who returns and keeps the old one', async () => {
    await brought(roster('R1,王一,研发部,经理,13800000001,2019-03-01,2022-06-30,个人原因,,离职,'));
    const back = roster('R1,王一,市场部,总监,13900000001,2026-03-01,,,,在职,');
    const batch = await office.preview(back);
    expect(batch.counts).toEqual(count({ new: 1 }));
    await office.apply(batch._id);
    expect(employmentOf('R1', 1)).toMatchObject({ status: 'left', exitReason: '个人原因', departmentName: '研发部' });
    expect(employmentOf('R1', 2)).toMatchObject({ status: 'active', relievingDate: null, departmentName: '市场部' });
    expect(office.persons()).toHaveLength(1);
    expect((await office.preview(back)).counts).toEqual(count({ unchanged: 1 }));
    await office.undo(batch._id);
    expect(employmentOf('R1', 2)).toBeUndefined();
    const { phone } = await office.tell('o-hr', 'readPerson', { personId: office.persons()[0]?._id ?? '' });
    expect(phone).toBe('13800000001');
  });

  it('brings who returns without the rights of before, and leaves alone what they were given since', async () => {
    const stint = (rest: string) => roster(`R1,王一,研发部,${rest}`);
    const grants = () => office.persons().flatMap((person) => person.grants.map(({ role }) => role));
    const grant = (role: 'finance' | 'it') => {
      const personId = office.persons()[0]?._id ?? '';
      return office.tell('o-hr', 'grantRole', { personId, role, branchId: null, requestId: freshRequest() });
    };
    await brought(stint('经理,13800000001,2019-03-01,,,,在职,'));
    await grant('finance');
    await brought(stint('经理,13800000001,2019-03-01,2022-06-30,个人原因,,离职,'));
    expect(grants()).toEqual(['finance']);
    await brought(stint('总监,13900000001,2026-03-01,,,,在职,'));
    expect(grants()).toEqual([]);
    await grant('it');
    await brought(stint('副总,13900000001,2026-03-01,,,,在职,'));
    expect(grants()).toEqual(['it']);
  });

  it('puts people into the branch of the HR who brings them, and leaves other branches alone', async () => {
    await brought(roster(king));
    const batch = await office.preview(roster(king.replace('经理', '总监'), lee), 'o-south');
    expect(batch).toMatchObject({ branchId: 'south', counts: count({ rejected: 1, new: 1 }) });
    const [row] = await rowsOf(batch._id, 'rejected', 'o-south');
    expect(row?.rejections).toEqual([{ reason: 'otherBranch', field: null }]);
    // A number alone must not show what another branch knows about it.
    const probe = await office.preview('工号,姓名,部门\nR1,谁,谁', 'o-south');
    const [probed] = await rowsOf(probe._id, 'rejected', 'o-south');
    expect(JSON.stringify(probed)).not.toMatch(/王一|研发部|经理|2019-03-01|\*{4}0001/);
    await office.apply(batch._id, 'o-south');
    expect([employmentOf('R1')?.branchId, employmentOf('R2')?.branchId]).toEqual(['head-office', 'south']);
  });
});

describe('undoing', () => {
  it('takes everything back, also what an earlier batch wrote before it', async () => {
    const records = () => JSON.stringify([office.employments(), office.persons()]);
    const first = await brought(roster(king));
    const before = records();
    const second = await brought(roster(king.replace('经理', '总监').replace('138 0000', '139 0000'), lee));
    expect(employmentOf('R1')).toMatchObject({ position: '总监', version: 2 });
    expect(await office.undo(second._id)).toMatchObject({ stage: 'undone' });
    expect(records()).toBe(before);
    await office.undo(first._id);
    expect([office.employments(), office.persons(), office.stage.cloud.documents('departments')]).toEqual([[], [], []]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'somebody joined with it',
      async () => {
        jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const employmentId = employmentOf('R1')?._id ?? '';
        const { code } = await office.tell('o-hr', 'issueJoiningCode', { employmentId, requestId: freshRequest() });
        await office.tell('o-1', 'joinWithCode', { employeeNumber: 'R1', code, requestId: freshRequest() });
      },
    ],
    ['a later batch changed it', () => brought(roster(king.replace('经理', '总监')))],
    ['somebody outside the batch reports to it', () => brought(roster('R9,吴九,研发部,,,,,,王一,在职,'))],
    [
      'it was given a right',
      () =>
        office.tell('o-hr', 'grantRole', {
          ...{ personId: employmentOf('R1')?.personId ?? '', role: 'it', branchId: null, requestId: freshRequest() },
        }),
    ],
  ])('is refused as a whole where %s', async (_, later) => {
    const { _id: batchId } = await brought(roster(king, lee));
    await later();
    const before = JSON.stringify([office.employments(), office.persons()]);
    expect(await office.refusalOf('o-hr', 'undoRosterBatch', { batchId, requestId: freshRequest() })).toEqual({
      code: 'roster_undo_blocked',
      detail: { rows: 1 },
    });
    expect(JSON.stringify([office.employments(), office.persons()])).toBe(before);
    expect(await office.tell('o-hr', 'readRosterBatch', { batchId })).toMatchObject({ stage: 'applied' });
  });

  it('voids a code that nobody used', async () => {
    const { _id } = await brought(roster(king));
    const employmentId = employmentOf('R1')?._id ?? '';
    await office.tell('o-hr', 'issueJoiningCode', { employmentId, requestId: freshRequest() });
    await office.undo(_id);
    expect(office.stage.cloud.documents('joiningCodes')).toEqual([]);
  });

  it('is possible for 90 days; then the rows are gone', async () => {
    const batch = await brought(roster(king));
    expect(batch.undoUntil).toBe('2027-02-18T23:59:59.999Z');
    jest.setSystemTime(new Date('2027-02-18T23:59:59.999Z'));
    await office.stage.runTimer((await import('./index')).main, 'minute');
    passTime(1);
    const undo = { batchId: batch._id, requestId: freshRequest() };
    expect(await office.refusalOf('o-hr', 'undoRosterBatch', undo)).toMatchObject({ code: 'roster_undo_expired' });
    await office.sweep();
    expect(office.rows(batch._id)).toEqual([]);
    expect(await office.tell('o-hr', 'readRosterBatch', { batchId: batch._id })).toMatchObject({
      ...{ stage: 'applied', counts: count({ new: 1 }), columns: [] },
    });
  });
});
