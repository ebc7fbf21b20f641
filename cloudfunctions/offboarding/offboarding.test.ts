import { seededSeparationId } from '../../seeds/offboarding-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { type Departure, figures, openDeparture, settled, step } from '../../test/departure';
import { freshRequest, stopClock } from '../../test/mall';
import { reach } from './reach';
import { isOpenRow } from './rules/calendar';
import { openTalk } from './rules/decide';
import { progressOf } from './rules/progress';
import { wantedTasks } from './rules/tasks';
import { store } from './store';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

jest.setTimeout(60_000);

const morning = '2026-11-23T02:00:00.000Z';
let here: Departure;
let putBack: () => void;
beforeAll(async () => {
  stopClock(morning);
  here = await openDeparture(new Date());
  putBack = here.stage.cloud.snapshot();
});
beforeEach(() => {
  putBack();
  stopClock(morning);
});
afterAll(() => here.close());

/** Everybody does what is theirs; the statement is paid on the day of the call. */
async function clearAll(separationId: string): Promise<void> {
  const rows: [string, ReturnType<typeof settled>][] = [
    ['顾怀远', settled('r1', 'notNeeded', '工作已分给两位同事')],
    ['赵启明', settled('r2', 'returned')],
    ['赵启明', settled('r3', 'done')],
    ['马会敏', settled('r4', 'done')],
    ['马会敏', settled('r5', 'done')],
    ['钱惠', settled('r6', 'returned')],
    ['钱惠', settled('r7', 'returned')],
    ['周岚', settled('r9', 'done')],
    ['周岚', settled('r10', 'done')],
  ];
  for (const [name, row] of rows) await here.tell(name, 'settleRow', { ...step(separationId), ...row });
}

async function paySettlement(separationId: string, paidOn: string): Promise<void> {
  const drafted = await here.tell('马会敏', 'draftSettlement', { ...step(separationId), settlement: figures });
  const seenTotalFen = drafted.settlement?.statement?.totalFen ?? 0;
  await here.tell('周岚', 'confirmSettlement', { ...step(separationId), seenTotalFen });
  await here.tell('马会敏', 'recordPayment', { ...step(separationId), paidOn });
}

it('a resignation goes from the letter to the last paper, and rights end at midnight in Shanghai', async () => {
  const separationId = await here.resign('林晓', { words: '想换一个方向', note: '先不要告诉组里' });
  expect(here.tasksOf('周岚')).toContain('林晓提交了离职申请');
  expect(here.tasksOf('顾怀远').join()).not.toContain('林晓');
  expect(here.employment('林晓')).toMatchObject({ status: 'active', relievingDate: null });

  const lastDay = '2026-12-23';
  await here.tell('周岚', 'acknowledgeResignation', { ...step(separationId), lastDay });
  expect(here.employment('林晓')).toMatchObject({ status: 'noticePeriod', relievingDate: lastDay });
  expect(here.rolesOf('林晓')).toContain('leaving');
  expect(here.tasksOf('林晓')).toContain('我的离职办理');
  for (const owner of ['顾怀远', '赵启明', '马会敏', '钱惠', '周岚']) {
    expect(here.tasksOf(owner)).toContain('林晓的离职手续');
  }

  await clearAll(separationId);
  await paySettlement(separationId, '2026-11-23');
  expect(here.separation(separationId)).toMatchObject({ state: 'acknowledged', clearedOn: null, openOwners: [] });

  await here.morningOf(lastDay);
  const certificate = here.separation(separationId).rows.find(({ kind }) => kind === 'certificate');
  expect(certificate).toMatchObject({ state: 'done', settledBy: '系统' });
  expect(here.separation(separationId)).toMatchObject({ state: 'acknowledged', clearedOn: lastDay });
  expect(here.rolesOf('林晓')).toContain('employee');

  stopClock('2026-12-23T15:59:59.000Z');
  expect(here.rolesOf('林晓')).toContain('employee');
  stopClock('2026-12-23T16:00:00.000Z');
  expect(here.rolesOf('林晓')).toEqual(['visitor', 'alumnus']);
  await here.sweep();
  expect(here.separation(separationId)).toMatchObject({ state: 'closed', shelf: 'past', pendingSince: null });
  expect(here.employment('林晓')).toMatchObject({ status: 'left', relievingDate: lastDay });
  expect(here.tasksOf('林晓')).not.toContain('我的离职办理');
  expect(here.toldTo('林晓')).toEqual(expect.arrayContaining(['离职申请已受理', '离职结算出来了', '谢谢你一路同行']));

  const { leaving } = await here.tell('林晓', 'readMyLeaving', {});
  expect(leaving).toMatchObject({
    state: 'closed',
    words: '想换一个方向',
    note: null,
    allowed: ['questionSettlement'],
  });
  expect(leaving?.settlement?.statement?.totalFen).toBe(689_655 + 275_862);
  const kept = await here.tell('周岚', 'readLeaving', { separationId });
  expect(kept).toMatchObject({ state: 'closed', note: '先不要告诉组里', personName: '林晓' });
});

it('the certificate comes on the last day though nothing was returned, and the leaving stays open', async () => {
  const { separationId, lastDay } = await here.leave('林晓');
  await here.morningOf(lastDay);
  const row = (kind: string) => here.separation(separationId).rows.find((one) => one.kind === kind);
  expect([row('certificate')?.state, row('return')?.state]).toEqual(['done', 'open']);
  await here.morningOf('2026-12-24');
  expect(here.separation(separationId)).toMatchObject({ state: 'effective', shelf: 'ended', isLate: true });
  expect(here.toldTo('周岚')).toContain('林晓的手续有延误');
});

it('a laptop that never comes back is paid for: the confirmed statement goes back to finance', async () => {
  const { separationId } = await here.leave('林晓');
  const drafted = await here.tell('马会敏', 'draftSettlement', { ...step(separationId), settlement: figures });
  const seenTotalFen = drafted.settlement?.statement?.totalFen ?? 0;
  await here.tell('周岚', 'confirmSettlement', { ...step(separationId), seenTotalFen });
  const lost = { rowId: 'r2', outcome: 'costAgreed', evidenceFileId: null } as const;
  const settle = (more: object) =>
    here.refusalOf('赵启明', 'settleRow', { ...step(separationId), ...lost, words: '', costFen: null, ...more });
  expect(await settle({})).toBe('row_words_wanted');
  expect(await settle({ words: '电脑在搬家时遗失' })).toBe('row_cost_wanted');
  expect(await settle({ words: '电脑在搬家时遗失，双方确认折旧后赔偿', costFen: 320_000 })).toBe('ok');
  const after = await here.tell('周岚', 'readLeaving', { separationId });
  expect(after.settlement).toMatchObject({ state: 'drafted', statement: { totalFen: seenTotalFen - 320_000 } });
  expect(await here.refusalOf('周岚', 'confirmSettlement', { ...step(separationId), seenTotalFen })).toBe(
    'settlement_changed',
  );
});

it('who thinks better of it before HR acts withdraws at once, and nothing of the reason is left', async () => {
  const separationId = await here.resign('林晓', { note: '只给 HR 看' });
  await here.tell('林晓', 'withdrawResignation', step(separationId));
  expect(here.separation(separationId)).toMatchObject({ state: 'withdrawn', words: null, note: null, reasonId: null });
  expect(here.tasksOf('周岚').join()).not.toContain('林晓');
  expect(here.employment('林晓')).toMatchObject({ status: 'active', relievingDate: null });
  expect(await here.refusalOf('林晓', 'withdrawResignation', step(separationId))).toBe('leaving_step_passed');
  await here.resign('林晓');
});

it('on day 10 the leaver asks to stay; HR agrees, and everything is as before', async () => {
  const { separationId } = await here.leave('唐思远');
  expect(here.separation(separationId)).toMatchObject({ legalLastDay: '2026-11-26' });
  const other = await here.leave('林晓');
  await here.morningOf('2026-12-03');
  const asked = await here.tell('林晓', 'withdrawResignation', step(other.separationId));
  expect(asked).toMatchObject({ state: 'acknowledged', isWithdrawalAsked: true });
  expect(here.tasksOf('周岚')).toContain('林晓想留下来');
  await here.tell('周岚', 'answerWithdrawal', { ...step(other.separationId), answer: 'agreed', words: '' });
  expect(here.employment('林晓')).toMatchObject({ status: 'active', relievingDate: null });
  expect(here.rolesOf('林晓')).not.toContain('leaving');
  for (const name of ['周岚', '顾怀远', '赵启明', '钱惠', '马会敏', '林晓']) {
    expect(here.tasksOf(name).join()).not.toContain('林晓');
  }
  expect(here.tasksOf('林晓')).not.toContain('我的离职办理');
  await here.morningOf('2026-12-24');
  expect(here.rolesOf('林晓')).toContain('employee');
});

it('whom a talk has kept withdraws without asking; HR alone cannot keep anybody', async () => {
  const { separationId } = await here.leave('林晓');
  await here.tell('周岚', 'openTalk', step(separationId));
  expect(await here.refusalOf('周岚', 'openTalk', step(separationId))).toBe('leaving_step_passed');
  await here.tell('周岚', 'settleTalk', { ...step(separationId), outcome: 'retained' });
  expect(here.separation(separationId)).toMatchObject({ state: 'acknowledged' });
  expect(here.tasksOf('林晓')).toContain('确认留下');
  await here.tell('林晓', 'withdrawResignation', step(separationId));
  expect(here.separation(separationId)).toMatchObject({ state: 'retained', shelf: 'past' });
  expect(here.employment('林晓')).toMatchObject({ status: 'active' });
});

it('nobody leaves twice at once, and the last day lies between the law and the wish', async () => {
  const separationId = await here.resign('林晓', { wishedLastDay: '2026-12-31' });
  const again = { wishedLastDay: null, reasonId: null, words: '', note: '', requestId: freshRequest() };
  expect(await here.refusalOf('林晓', 'submitResignation', again)).toBe('leaving_open_already');
  const acknowledge = (lastDay: string) =>
    here.refusalOf('周岚', 'acknowledgeResignation', { ...step(separationId), lastDay });
  expect(await acknowledge('2026-12-22')).toBe('last_day_out_of_range');
  expect(await acknowledge('2027-01-01')).toBe('last_day_out_of_range');
  expect(await acknowledge('2026-12-31')).toBe('ok');
  expect(await acknowledge('2026-12-31')).toBe('leaving_step_passed');
});

it('a resignation that nobody acknowledges is acknowledged by the law', async () => {
  const separationId = await here.resign('林晓');
  await here.morningOf('2026-12-15');
  expect(here.separation(separationId)).toMatchObject({ state: 'submitted' });
  await here.morningOf('2026-12-16');
  expect(here.separation(separationId)).toMatchObject({
    state: 'acknowledged',
    acknowledgedBy: null,
    lastDay: '2026-12-23',
  });
  expect(here.rolesOf('林晓')).toContain('leaving');
});

it('a handover is done when everything was given and taken over, and not before', async () => {
  const { separationId } = await here.leave('林晓');
  const done = () => here.refusalOf('顾怀远', 'settleRow', { ...step(separationId), ...settled('r1', 'done') });
  expect(await done()).toBe('handover_unsigned');
  const add = { what: '前端组件库', where: '代码库', receiverId: personOf('陈一诺') };
  const { handover } = await here.tell('林晓', 'addHandoverItem', { ...step(separationId), ...add });
  const itemId = handover[0]?.itemId ?? '';
  expect(await here.refusalOf('陈一诺', 'signHandoverItem', { ...step(separationId), itemId })).toBe(
    'handover_not_given',
  );
  await here.tell('林晓', 'signHandoverItem', { ...step(separationId), itemId });
  expect(here.tasksOf('陈一诺')).toContain('林晓向你交接');
  expect(await done()).toBe('handover_unsigned');
  await here.tell('陈一诺', 'signHandoverItem', { ...step(separationId), itemId });
  expect(here.tasksOf('陈一诺')).not.toContain('林晓向你交接');
  expect(await done()).toBe('ok');
});

it('a handover whose receiver has left says so to who may give it to another, and goes on from there', async () => {
  const { separationId } = await here.leave('林晓');
  const add = { what: '前端组件库', where: '代码库', receiverId: personOf('陈一诺') };
  const { handover } = await here.tell('林晓', 'addHandoverItem', { ...step(separationId), ...add });
  const itemId = handover[0]?.itemId ?? '';
  await here.tell('林晓', 'signHandoverItem', { ...step(separationId), itemId });
  const seenBy = async (name: string) =>
    (await here.tell(name, 'readLeaving', { separationId })).handover.map(({ hasReceiverLeft }) => hasReceiverLeft);
  expect([await seenBy('顾怀远'), await seenBy('周岚')]).toEqual([[false], [false]]);
  await here.end('陈一诺', '2026-11-20');
  for (const name of ['林晓', '顾怀远', '周岚']) expect(await seenBy(name)).toEqual([true]);
  const pass = (name: string, to: string) =>
    here.refusalOf(name, 'reassignHandoverItem', { ...step(separationId), itemId, receiverId: personOf(to) });
  expect(await pass('赵启明', '顾怀远')).toBe('leaving_not_found');
  expect(await pass('顾怀远', '林晓')).toBe('handover_to_leaver');
  expect(await pass('顾怀远', '陈一诺')).toBe('colleague_not_found');
  expect(await pass('顾怀远', '马会敏')).toBe('ok');
  expect(await seenBy('顾怀远')).toEqual([false]);
  expect(here.tasksOf('陈一诺')).not.toContain('林晓向你交接');
  expect(here.tasksOf('马会敏')).toContain('林晓向你交接');
  await here.tell('马会敏', 'signHandoverItem', { ...step(separationId), itemId });
  expect(await pass('顾怀远', '周岚')).toBe('handover_taken');
});

it('when a manager leaves, the reports and the open rows are their own manager\u2019s, or HR\u2019s', async () => {
  const separationId = await here.resign('林晓', { wishedLastDay: '2026-12-31' });
  await here.tell('周岚', 'acknowledgeResignation', { ...step(separationId), lastDay: '2026-12-31' });
  const gone = await here.leave('顾怀远');
  await here.morningOf('2026-12-24');
  await here.sweep();
  expect(here.separation(gone.separationId)).toMatchObject({ state: 'effective' });
  expect(here.employment('林晓')).toMatchObject({ managerEmploymentId: null });
  expect(here.separation(separationId)).toMatchObject({ managerPersonId: null, pendingSince: null });
  expect(here.rolesOf('顾怀远')).toEqual(['visitor', 'alumnus']);
});

it('a step that was overtaken before it told anybody leaves no task on any list', async () => {
  const separationId = await here.resign('林晓');
  const act = { personId: personOf('周岚'), name: '周岚', at: morning, today: '2026-11-23' };
  const overtaken = openTalk(here.separation(separationId), act);
  await here.tell('林晓', 'withdrawResignation', step(separationId));
  await reach(overtaken, new Date());
  await here.sweep();
  expect(here.separation(separationId)).toMatchObject({ state: 'withdrawn', tasks: [], pendingSince: null });
  expect(here.tasksOf('周岚').join()).not.toContain('林晓');
});

it('a leaving whose record is damaged does not hold up those behind it', async () => {
  const damaged = await here.leave('唐思远');
  const { separationId, lastDay } = await here.leave('林晓');
  await store.separations.changeOne({ _id: damaged.separationId }, { rows: null });
  await here.morningOf(lastDay);
  const certificate = here.separation(separationId).rows.find(({ kind }) => kind === 'certificate');
  expect(certificate).toMatchObject({ state: 'done' });
});

it('costs: the leaver\u2019s page three requests at most, the board two beyond knowing who asks', async () => {
  await here.leave('林晓');
  const mine = await here.stage.counted(() => here.tell('林晓', 'readMyLeaving', {}));
  expect(mine.dbRequests).toBe(2);
  const board = await here.stage.counted(() => here.tell('周岚', 'listLeavings', { shelf: 'running' }));
  expect(board.dbRequests).toBe(3);
  const guide = await here.stage.counted(() => here.tell('林晓', 'readGuide', {}));
  expect(guide.dbRequests).toBe(2);
});

it('今天 tells the leaver of as many open rows as the page counts: what the law gives fifteen days is none', () => {
  const separation = here.separation(seededSeparationId);
  const { rows, settled: closed } = progressOf(separation);
  const [own] = wantedTasks(separation).filter(({ title }) => title === '我的离职办理');
  expect(separation.rows.filter(isOpenRow).length).toBeGreaterThan(rows - closed);
  expect(own?.line).toContain(`还有 ${rows - closed} 项手续`);
});
