import { personOf } from '../../seeds/sample-calls/sample-call';
import { type Arrivals, openArrivals } from '../../test/arrivals';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(240_000);

let arrivals: Arrivals;
beforeAll(async () => {
  stopClock('2026-11-23T02:00:00.000Z');
  arrivals = await openArrivals(new Date());
});
beforeEach(() => stopClock('2026-11-23T02:00:00.000Z'));
afterAll(() => arrivals.close());

const myTask = '我的入职：有事等你做';

/** Nothing is on its way, and every list says what the runs say. */
async function atRest(): Promise<void> {
  await arrivals.sweep();
  for (const run of arrivals.runs()) {
    expect(run).toMatchObject({ pendingSince: null, listsOf: [], notices: [], courseIds: [] });
    for (const personId of run.openOwnerIds) {
      expect(arrivals.toldTo(personId)).toContainEqual(expect.stringMatching(/入职：有事等你做$/));
    }
  }
}

it('a run that is begun, killed at any request, is one whole run, with its list and its courses', async () => {
  const { personId } = await arrivals.hire({ dateOfJoining: '2026-11-30' });
  const cuts = await killedEverywhere(async (cut) => {
    const input = { starts: [{ personId, buddyId: personOf('林晓') }], requestId: freshRequest() };
    await cut(() => arrivals.ask('周岚', 'startRuns', input));
    await atRest();
    expect((await arrivals.tell('周岚', 'startRuns', input)).items[0]?.outcome).toBe('started');
    expect(arrivals.runs().filter((run) => run.personId === personId)).toHaveLength(1);
    expect(arrivals.toldTo(personId)).toContain(myTask);
    const enrolled = arrivals.stage.cloud.documents('learnings').filter((one) => one.personId === personId);
    expect(enrolled).toHaveLength(1);
  });
  expect(cuts).toBeGreaterThan(10);
});

it('an activity that gets stuck, killed at any request, is stuck once and HR hears of it once', async () => {
  const { runId } = await arrivals.arrive();
  const cuts = await killedEverywhere(async (cut) => {
    const input = { runId, key: 'account', to: 'stuck', words: '还没批', requestId: freshRequest() } as const;
    await cut(() => arrivals.ask('赵启明', 'markActivity', input));
    await arrivals.tell('赵启明', 'markActivity', input);
    await atRest();
    expect(arrivals.run(runId).stuckCount).toBe(1);
    const told = arrivals.toldTo(personOf('周岚')).filter((title) => title.endsWith('的入职卡住了'));
    expect(told).toHaveLength(1);
  });
  expect(cuts).toBeGreaterThan(5);
});

it('a paper handed in and taken back, killed at any request, leaves the run saying what the papers say', async () => {
  const { runId, openId } = await arrivals.arrive();
  const state = () => arrivals.run(runId).activities.find(({ key }) => key === 'bank-account')?.state;
  const cuts = await killedEverywhere(async (cut) => {
    const paper = { kind: 'bankAccount', fileId: null, typed: '6222021200012347' } as const;
    const handed = { ...paper, requestId: freshRequest() };
    await cut(() => arrivals.ask(openId, 'handInPaper', handed));
    await atRest();
    const isThere = arrivals.papers().some((one) => one.runId === runId);
    expect(state()).toBe(isThere ? 'done' : 'todo');
    await arrivals.tell(openId, 'handInPaper', handed);
    expect(state()).toBe('done');
    const back = { kind: 'bankAccount', requestId: freshRequest() } as const;
    await cut(() => arrivals.ask(openId, 'takePaperBack', back));
    await arrivals.tell(openId, 'takePaperBack', back);
    await atRest();
    expect(state()).toBe('todo');
    expect(arrivals.papers().filter((one) => one.runId === runId)).toEqual([]);
  });
  expect(cuts).toBeGreaterThan(8);
});

it('a run that is cancelled, killed at any request, keeps no paper and introduces nobody', async () => {
  const { runId, openId, personId } = await arrivals.arrive();
  const paper = { kind: 'bankAccount', fileId: null, typed: '6222021200012347' } as const;
  await arrivals.tell(openId, 'handInPaper', { ...paper, requestId: freshRequest() });
  const card = { intro: '喜欢往田里跑', likes: '', askMe: '' };
  await arrivals.tell(openId, 'writeCard', { ...card, requestId: freshRequest() });
  const cuts = await killedEverywhere(async (cut) => {
    await cut(() => arrivals.ask('周岚', 'cancelRun', { runId, reason: '去了别家', requestId: freshRequest() }));
    await atRest();
    const kept = arrivals.run(runId).state === 'cancelled' ? 0 : 1;
    const cards = arrivals.stage.cloud.documents('profileCards').filter(({ _id }) => _id === personId);
    const papers = arrivals.papers().filter((one) => one.runId === runId);
    expect([papers.length, cards.length]).toEqual([kept, kept]);
  });
  expect(cuts).toBeGreaterThan(5);
});

it('a first day that begins, killed at any request of the timer, is told once to everybody', async () => {
  const { runId, personId } = await arrivals.arrive({ name: '江一帆' });
  // Only this one wakes: every other run would be killed at each of its requests too.
  for (const { _id, state } of arrivals.runs()) {
    const input = { runId: _id, reason: '不来了', requestId: freshRequest() };
    if (_id !== runId && state !== 'cancelled') await arrivals.tell('周岚', 'cancelRun', input);
  }
  await atRest();
  const cuts = await killedEverywhere(async (cut) => {
    stopClock('2026-11-30T16:00:30.000Z');
    await cut(() => arrivals.minute());
    await atRest();
    expect(arrivals.run(runId).state).toBe('inProcess');
    for (const [whom, title] of [
      [personId, '欢迎加入，江一帆！'],
      [personOf('林晓'), '江一帆今天入职'],
    ] as const) {
      expect(arrivals.toldTo(whom).filter((told) => told === title)).toHaveLength(1);
    }
  });
  expect(cuts).toBeGreaterThan(8);
});
