import { type Departure, figures, openDeparture, settled, step } from '../../test/departure';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { main as offboarding } from './index';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(180_000);

let here: Departure;
let separationId: string;
beforeAll(async () => {
  stopClock('2026-11-23T02:00:00.000Z');
  here = await openDeparture(new Date());
  separationId = await here.resign('林晓', { note: '先不要告诉组里' });
  await here.sweep();
});
afterAll(() => here.close());

const changes = new Set<number>();
const spared = (rowId: string) => settled(rowId, 'notNeeded', '按模板不适用');
const lastDay = '2026-12-23';
const owners = ['顾怀远', '赵启明', '马会敏', '钱惠', '周岚'];
const times = (all: string[], title: string) => all.filter((one) => one === title).length;
const interviews = () => here.stage.cloud.documents('exitInterviews').filter(({ personName }) => personName === '林晓');
const certificates = () =>
  here.stage.cloud
    .documents('exitPapers')
    .filter(({ kind, personName }) => kind === 'leaving' && personName === '林晓');

it('a talk and its outcome, killed at any request, are held once, and the leaver is asked once', async () => {
  const putBack = here.stage.cloud.snapshot();
  const moment = new Date().toISOString();
  const cuts = await killedEverywhere(async (cut, request) => {
    const [opened, settled] = [step(separationId), { ...step(separationId), outcome: 'retained' as const }];
    await cut(() => here.ask('周岚', 'openTalk', opened));
    await here.tell('周岚', 'openTalk', opened);
    await cut(() => here.ask('周岚', 'settleTalk', settled));
    if (request % 2 === 0) await here.sweep();
    await here.tell('周岚', 'settleTalk', settled);
    await here.sweep();
    const { talk, tasks, pendingSince } = here.separation(separationId);
    const told = {
      ...{ outcome: talk?.outcome, pendingSince, known: tasks.filter(({ taskId }) => taskId.endsWith('.talk')).length },
      ...{ hers: times(here.tasksOf('林晓'), '确认留下'), theirs: times(here.tasksOf('周岚'), '和林晓的谈话') },
    };
    expect({ request, ...told }).toEqual({
      ...{ request, outcome: 'retained', pendingSince: null, known: 0, hers: 1, theirs: 0 },
    });
  });
  expect(cuts).toBeGreaterThan(5);
  putBack();
  stopClock(moment);
});

it('受理 cut off again and again writes each task down once', async () => {
  const putBack = here.stage.cloud.snapshot();
  const moment = new Date().toISOString();
  const cuts = await killedEverywhere(async (cut, request) => {
    const input = { separationId, lastDay, requestId: freshRequest() };
    await cut(() => here.ask('周岚', 'acknowledgeResignation', input));
    for (let time = 0; time < 2; time += 1) await cut(() => here.sweep());
    const known = here.separation(separationId).tasks.map(({ taskId }) => taskId);
    expect({ request, twice: known.length - new Set(known).size }).toEqual({ request, twice: 0 });
  });
  expect(cuts).toBeGreaterThan(5);
  putBack();
  stopClock(moment);
});

it('受理 killed at any request holds once: one notice, one set of tasks, one interview', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    const input = { separationId, lastDay, requestId: freshRequest() };
    await cut(() => here.ask('周岚', 'acknowledgeResignation', input));
    const answer = await here.tell('周岚', 'acknowledgeResignation', input);
    await here.sweep();
    const told = {
      state: answer.state,
      pendingSince: here.separation(separationId).pendingSince,
      employment: here.employment('林晓').relievingDate,
      heard: times(here.toldTo('林晓'), '离职申请已受理'),
      mine: times(here.tasksOf('林晓'), '我的离职办理'),
      theirs: owners.map((name) => times(here.tasksOf(name), '林晓的离职手续')),
      left: times(here.tasksOf('周岚'), '林晓提交了离职申请'),
      interviews: interviews().length,
    };
    expect({ request, ...told }).toEqual({
      ...{ request, state: 'acknowledged', pendingSince: null, employment: lastDay, heard: 1, mine: 1 },
      ...{ theirs: [1, 1, 1, 1, 1], left: 0, interviews: 1 },
    });
  });
  expect(cuts).toBeGreaterThan(5);
});

it('the certificate, asked for by a timer that is killed at any request, is issued and told once', async () => {
  // The last case of the test before was not cut.
  expect(here.separation(separationId)).toMatchObject({ state: 'acknowledged', lastDay });
  // What the weeks before brought to others is done.
  await here.morningOf('2026-12-22');
  await here.sweep();
  const cuts = await killedEverywhere(async (cut, request) => {
    await cut(() => here.morningOf(lastDay));
    await here.sweep();
    const { rows, pendingSince } = here.separation(separationId);
    const row = rows.find(({ kind }) => kind === 'certificate');
    const told = { row: row?.state, by: row?.settledBy, heard: times(here.toldTo('林晓'), '离职证明已开好') };
    expect({ request, pendingSince, ...told, certificates: certificates().length }).toEqual({
      ...{ request, pendingSince: null, row: 'done', by: '系统', heard: 1, certificates: 1 },
    });
  });
  expect(cuts).toBeGreaterThan(5);
});

it('midnight after the last day, killed at any request of the timer, ends the employment exactly once', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    stopClock('2026-12-23T16:00:30.000Z');
    await cut(() => here.stage.runTimer(offboarding, 'minute'));
    expect(here.rolesOf('林晓')).toEqual(['visitor', 'alumnus']);
    await here.sweep();
    const { state, pendingSince } = here.separation(separationId);
    const told = {
      ...{ state, pendingSince },
      status: here.employment('林晓').status,
      heard: times(here.toldTo('林晓'), '谢谢你一路同行'),
      certificates: certificates().length,
    };
    const whole = { state: 'effective', pendingSince: null, status: 'left', heard: 1, certificates: 1 };
    expect({ request, ...told }).toEqual({ request, ...whole });
  });
  expect(cuts).toBeGreaterThan(5);
});

it('the payment that closes a leaving, killed at any request, closes it exactly once', async () => {
  const rows = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r9', 'r10'];
  for (const rowId of rows) await here.tell('周岚', 'settleRow', { ...step(separationId), ...spared(rowId) });
  const drafted = await here.tell('马会敏', 'draftSettlement', { ...step(separationId), settlement: figures });
  const seenTotalFen = drafted.settlement?.statement?.totalFen ?? 0;
  await here.tell('周岚', 'confirmSettlement', { ...step(separationId), seenTotalFen });
  expect(here.separation(separationId)).toMatchObject({ state: 'effective' });
  expect(here.tasksOf('林晓')).toContain('我的离职办理');
  const cuts = await killedEverywhere(async (cut, request) => {
    const input = { ...step(separationId), paidOn: '2026-12-24' };
    await cut(() => here.ask('马会敏', 'recordPayment', input));
    if (request % 2 === 0) await here.sweep();
    const answer = await here.tell('马会敏', 'recordPayment', input);
    await here.sweep();
    const { state, shelf, openOwners, pendingSince, tasks, version } = here.separation(separationId);
    const told = {
      heard: times(here.toldTo('林晓'), '离职结算已发放'),
      mine: times(here.tasksOf('林晓'), '我的离职办理'),
    };
    const theirs = times(here.tasksOf('马会敏'), '发放林晓的离职结算');
    expect({
      request,
      state,
      shelf,
      openOwners,
      pendingSince,
      tasks,
      closedAt: answer.closedAt,
      theirs,
      ...told,
    }).toEqual({
      ...{ request, state: 'closed', shelf: 'past', openOwners: [], pendingSince: null, tasks: [], heard: 1, mine: 0 },
      ...{ theirs: 0, closedAt: here.separation(separationId).closedAt },
    });
    // One change, however often it is asked for.
    changes.add(version);
  });
  expect(cuts).toBeGreaterThan(5);
  expect(changes.size).toBe(1);
});
