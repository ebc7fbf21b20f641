import { freshRequest, stopClock } from '../../test/mall';
import { openPersonnel, type Personnel } from '../../test/personnel';

// The points function is not on this stage: its delivery is logged as failed and stays pending.
jest.spyOn(console, 'error').mockImplementation(() => undefined);
jest.spyOn(console, 'log').mockImplementation(() => undefined);

let office: Personnel;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  office = await openPersonnel();
  await office.employ('N001', { personName: '陈晓' });
  await join('o-chen');
});
afterEach(() => office.close());

async function join(openId: string) {
  const { code } = await office.tell('o-hr', 'issueJoiningCode', { employmentId: 'e-N001', requestId: freshRequest() });
  return office.tell(openId, 'joinWithCode', { employeeNumber: 'N001', code, requestId: freshRequest() });
}
const readMyRecord = (openId: string) => office.tell(openId, 'readMyRecord', {});
const leaveApp = (openId: string, requestId = freshRequest()) => office.tell(openId, 'leaveApp', { requestId });
const rolesOf = async (openId: string) => (await office.tell(openId, 'readMe', {})).roles;

describe('what is held about me', () => {
  it('is my own record, whole, and why, until when and for whom each kind is held', async () => {
    const { record, kept } = await readMyRecord('o-chen');
    expect(record).toMatchObject({
      name: '陈晓',
      joinedAt: '2026-11-20T02:00:00.000Z',
      employments: [{ employeeNumber: 'N001' }],
      joiningCode: { usedAt: '2026-11-20T02:00:00.000Z' },
    });
    expect(kept.map(({ collection }) => collection)).toContain('pointLedgerEntries');
  });

  it("holds nobody else's", async () => {
    await office.employ('N002', { personName: '王冬' });
    expect(JSON.stringify(await readMyRecord('o-chen'))).not.toContain('王冬');
  });

  it('is the phone number in the clear, for me', async () => {
    await office.apply((await office.preview('工号,姓名,部门,手机号\nN001,陈晓,研发部,13900010001'))._id);
    expect((await readMyRecord('o-chen')).record?.phone).toBe('13900010001');
    expect(office.everything()).not.toContain('13900010001');
  });

  it('is nothing for somebody who has not joined, who may read what would be held', async () => {
    const { record, kept } = await readMyRecord('o-stranger');
    expect(record).toBeNull();
    expect(kept.length).toBeGreaterThan(0);
  });
});

describe('leaving 同路', () => {
  it('makes a visitor of the WeChat and keeps the records', async () => {
    const employments = office.employments();
    await leaveApp('o-chen');
    expect(await rolesOf('o-chen')).toEqual(['visitor']);
    expect(office.employments()).toEqual(employments);
    expect(office.persons().find(({ _id }) => _id === 'p-N001')).toMatchObject({ name: '陈晓', joinedAt: null });
  });

  it('done twice is done once', async () => {
    const requestId = freshRequest();
    await leaveApp('o-chen', requestId);
    const left = office.everything();
    expect(await leaveApp('o-chen', requestId)).toEqual({});
    expect(office.everything()).toBe(left);
  });

  it('is not repeated by the old request after coming back with a new code', async () => {
    const requestId = freshRequest();
    await leaveApp('o-chen', requestId);
    await join('o-chen');
    await leaveApp('o-chen', requestId);
    expect(await rolesOf('o-chen')).toContain('employee');
  });

  it('ends the code that was used, so that it does not lead back', async () => {
    expect(office.stage.cloud.documents('joiningCodes')).toHaveLength(1);
    await leaveApp('o-chen');
    expect(office.stage.cloud.documents('joiningCodes')).toEqual([]);
  });

  it('also ends a binding that the record no longer knows', async () => {
    const identity = office.stage.cloud.documents('identities').find((document) => document.personId === 'p-N001');
    await leaveApp('o-chen');
    await office.stage.seat({ ...identity, _id: 'o-chen', personId: 'p-N001' });
    expect(await rolesOf('o-chen')).toContain('employee');
    await leaveApp('o-chen');
    expect(await rolesOf('o-chen')).toEqual(['visitor']);
  });

  it('of HR is left to a colleague', async () => {
    const before = office.everything();
    const answer = await office.refusalOf('o-hr', 'leaveApp', { requestId: freshRequest() });
    expect(answer.code).toBe('own_rights_kept');
    expect(office.everything()).toBe(before);
  });
});
