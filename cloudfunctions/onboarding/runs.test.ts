import { employmentOf, personOf } from '../../seeds/sample-calls/sample-call';
import { type Arrivals, openArrivals } from '../../test/arrivals';
import { freshRequest, stopClock } from '../../test/mall';
import { collection } from '../platform/db';

jest.setTimeout(60_000);
const [lin, zhao] = ['林晓', '赵启明'].map(personOf) as [string, string];
const othersTask = '新同事入职：有事等你做';

let arrivals: Arrivals;
beforeAll(async () => {
  stopClock('2026-11-23T02:00:00.000Z');
  arrivals = await openArrivals(new Date());
});
beforeEach(() => stopClock('2026-11-23T02:00:00.000Z'));
afterAll(() => arrivals.close());

const stateOf = (runId: string, key: string) =>
  arrivals.run(runId).activities.find((activity) => activity.key === key)?.state;
const start = (personId: string, buddyId = lin) =>
  arrivals.tell('周岚', 'startRuns', { starts: [{ personId, buddyId }], requestId: freshRequest() });

describe('beginning a run', () => {
  it('copies the template that names most of the person, and says what it names', async () => {
    const { personId } = await arrivals.hire();
    expect(await arrivals.tell('周岚', 'proposeRun', { personId })).toMatchObject({
      template: { name: '研发部入职', why: ['department'], activities: 18 },
      owners: expect.arrayContaining([
        { owner: 'it', name: '赵启明' },
        { owner: 'manager', name: '顾怀远' },
      ]),
    });
    const [begun] = (await start(personId)).items;
    expect(arrivals.run(begun?.runId ?? '')).toMatchObject({ state: 'pending', templateName: '研发部入职' });
  });

  it('twice is one run, under whatever request', async () => {
    const { personId } = await arrivals.hire();
    const before = arrivals.stage.cloud.documents('onboardingRuns').length;
    expect((await start(personId)).items[0]?.outcome).toBe('started');
    expect((await start(personId)).items[0]?.outcome).toBe('there');
    expect(arrivals.stage.cloud.documents('onboardingRuns')).toHaveLength(before + 1);
  });

  it('that a slow phone sends again while the first is under way has begun, whichever answers', async () => {
    const { personId } = await arrivals.hire();
    const input = { starts: [{ personId, buddyId: lin }], requestId: freshRequest() };
    const answers = await Promise.all([1, 2, 3].map(() => arrivals.tell('周岚', 'startRuns', input)));
    expect(answers.map(({ items }) => items[0]?.outcome)).toEqual(['started', 'started', 'started']);
  });

  it("of another branch is not there for a branch's HR", async () => {
    const { personId } = await arrivals.hire();
    expect(await arrivals.ask('李蓉', 'proposeRun', { personId })).toMatchObject({ code: 'person_not_found' });
    const begun = { starts: [{ personId, buddyId: lin }], requestId: freshRequest() };
    expect((await arrivals.tell('李蓉', 'startRuns', begun)).items[0]?.outcome).toBe('personNotFound');
  });
});

describe('an activity', () => {
  it('is closed by its owner alone, and by HR', async () => {
    const { runId, openId } = await arrivals.arrive();
    expect(await arrivals.mark(openId, runId, 'account')).toMatchObject({ code: 'boarding_not_yours' });
    expect(await arrivals.mark('陈一诺', runId, 'account')).toMatchObject({ code: 'run_not_found' });
    expect(await arrivals.mark('赵启明', runId, 'account')).toMatchObject({ ok: true });
    expect(await arrivals.mark('周岚', runId, 'laptop')).toMatchObject({ ok: true });
    expect([stateOf(runId, 'account'), stateOf(runId, 'laptop')]).toEqual(['done', 'done']);
  });

  it('waits for what it depends on, also for HR', async () => {
    const { runId, openId } = await arrivals.arrive();
    expect(await arrivals.mark(openId, runId, 'get-laptop')).toMatchObject({ code: 'boarding_locked' });
    await arrivals.mark('赵启明', runId, 'account');
    expect(await arrivals.mark(openId, runId, 'get-laptop')).toMatchObject({ code: 'boarding_locked' });
    await arrivals.mark('赵启明', runId, 'laptop');
    expect(await arrivals.mark(openId, runId, 'get-laptop')).toMatchObject({ ok: true });
  });

  it('that is stuck says why, names its owner on the board, and HR hears of it once', async () => {
    const { runId, personId } = await arrivals.arrive();
    expect(await arrivals.mark('赵启明', runId, 'laptop', 'stuck')).toMatchObject({ code: 'reason_missing' });
    await arrivals.mark('赵启明', runId, 'laptop', 'stuck', '电脑还没到货');
    const { items } = await arrivals.tell('周岚', 'listRuns', { which: 'stuck' });
    expect(items.find((line) => line.personId === personId)).toMatchObject({
      health: 'stuck',
      trouble: { title: '准备电脑', ownerName: '赵启明', words: '电脑还没到货' },
    });
    for (let count = 0; count < 3; count += 1) await arrivals.sweep();
    const told = arrivals.toldTo(personOf('周岚')).filter((title) => title.endsWith('的入职卡住了'));
    expect(told).toHaveLength(1);
  });

  it('that is stuck for a reason of two lines is heard of, however long the newcomer’s name', async () => {
    const name = '古丽'.repeat(20);
    const { runId } = await arrivals.arrive({ name });
    await arrivals.mark('赵启明', runId, 'laptop', 'stuck', '供应商缺货\n周四才到');
    expect(arrivals.toldTo(personOf('周岚'))).toContain(name);
    expect(arrivals.run(runId)).toMatchObject({ pendingSince: null, notices: [] });
  });

  it('that HR closed meanwhile is not closed again by its owner, who is told so', async () => {
    const { runId } = await arrivals.arrive();
    await arrivals.mark('周岚', runId, 'account', 'notApplicable', '用旧账号');
    expect(await arrivals.mark('赵启明', runId, 'account')).toMatchObject({ code: 'boarding_closed' });
    expect(stateOf(runId, 'account')).toBe('notApplicable');
  });

  it('by paper or course is never ticked by hand', async () => {
    const { runId, openId } = await arrivals.arrive();
    expect(await arrivals.mark(openId, runId, 'id-card')).toMatchObject({ code: 'boarding_paper_missing' });
    const input = { kind: 'bankAccount', fileId: null, requestId: freshRequest() } as const;
    expect(await arrivals.ask(openId, 'handInPaper', { ...input, typed: '6222021200012340' })).toMatchObject({
      code: 'paper_unusable',
    });
    expect(await arrivals.ask(openId, 'handInPaper', { ...input, typed: '6222021200012347' })).toMatchObject({
      data: { ending: '2347', deleteOn: '2027-03-01' },
    });
    expect(stateOf(runId, 'bank-account')).toBe('done');
    expect(JSON.stringify(arrivals.stage.cloud.documents('onboardingPapers'))).not.toContain('622202120001');
    await arrivals.tell(openId, 'takePaperBack', { kind: 'bankAccount', requestId: freshRequest() });
    expect(stateOf(runId, 'bank-account')).toBe('todo');
    expect(arrivals.papers().filter((paper) => paper.runId === runId)).toEqual([]);
  });

  it('to greet is closed by the words themselves, never by a tick', async () => {
    const { runId, openId } = await arrivals.arrive();
    expect(await arrivals.mark('林晓', runId, 'buddy-hello')).toMatchObject({ code: 'boarding_by_greeting' });
    await arrivals.tell('顾怀远', 'greet', { runId, words: '欢迎', requestId: freshRequest() });
    expect(stateOf(runId, 'buddy-hello')).toBe('todo');
    await arrivals.tell('林晓', 'greet', { runId, words: '九点半前台见', requestId: freshRequest() });
    const [done] = arrivals.run(runId).activities.filter(({ key }) => key === 'buddy-hello');
    expect(done).toMatchObject({ state: 'done', closedAt: '2026-11-23T02:00:00.000Z', closedById: lin });
    stopClock('2026-12-01T02:00:00.000Z');
    await arrivals.sweep();
    await arrivals.mark(openId, runId, 'handbook');
    expect(arrivals.run(runId).activities).toContainEqual(done);
    const { items } = await arrivals.tell('林晓', 'listMyActivities', {});
    expect(items.filter((one) => one.runId === runId).map(({ key }) => key)).toEqual(['tour']);
  });

  it('to greet may go to another department: it waits for words, or is done where they were written', async () => {
    const give = (runId: string, name: string) =>
      arrivals.tell('周岚', 'reassignActivity', {
        ...{ runId, key: 'buddy-hello', personId: personOf(name), requestId: freshRequest() },
      });
    const greet = (runId: string) => ({ runId, words: '欢迎', requestId: freshRequest() });
    const [first, second] = [await arrivals.arrive(), await arrivals.arrive()];
    expect(await arrivals.ask('赵启明', 'greet', greet(first.runId))).toMatchObject({ code: 'run_not_found' });
    await give(first.runId, '赵启明');
    expect(stateOf(first.runId, 'buddy-hello')).toBe('todo');
    await arrivals.tell('赵启明', 'greet', greet(first.runId));
    await arrivals.tell('顾怀远', 'greet', greet(second.runId));
    await give(second.runId, '顾怀远');
    expect([stateOf(first.runId, 'buddy-hello'), stateOf(second.runId, 'buddy-hello')]).toEqual(['done', 'done']);
  });

  it('to greet is given to the buddy or the manager alone', async () => {
    const { items } = await arrivals.tell('周岚', 'listTemplates', {});
    const found = items.find(({ name }) => name === '研发部入职');
    if (!found) throw new Error('the template is gone');
    const { _id: templateId, version: seenVersion, mayChange: _, activities, ...terms } = found;
    const given = activities.map((one) => (one.key === 'buddy-hello' ? { ...one, owner: 'it' as const } : one));
    const changed = { templateId, seenVersion, ...terms, activities: given, requestId: freshRequest() };
    expect(await arrivals.ask('周岚', 'saveTemplate', changed)).toMatchObject({ code: 'template_activity_wrong' });
  });

  it('said twice under one request is said once', async () => {
    const { runId } = await arrivals.arrive();
    const input = { runId, key: 'account', to: 'done', words: '', requestId: freshRequest() } as const;
    await arrivals.tell('赵启明', 'markActivity', input);
    const { version } = arrivals.run(runId);
    await arrivals.tell('赵启明', 'markActivity', input);
    expect(arrivals.run(runId).version).toBe(version);
  });
});

describe('papers', () => {
  it('are seen by HR within reach alone, in full', async () => {
    const { runId, openId } = await arrivals.arrive();
    const typed = '6222021200012347';
    await arrivals.tell(openId, 'handInPaper', { kind: 'bankAccount', fileId: null, typed, requestId: freshRequest() });
    expect((await arrivals.tell('周岚', 'readPapers', { runId })).items).toMatchObject([{ typed }]);
    expect(await arrivals.ask('李蓉', 'readPapers', { runId })).toMatchObject({ code: 'run_not_found' });
    expect(await arrivals.ask('林晓', 'readPapers', { runId })).toMatchObject({ code: 'not_allowed' });
  });

  it('may be a PDF, by what it is, and HR is told that it is one', async () => {
    const { runId, openId } = await arrivals.arrive();
    const hand = async (content: string) => {
      const requestId = freshRequest();
      const path = `onboarding-papers/${requestId}/diploma.pdf`;
      const fileId = await arrivals.stage.upload(openId, path, Buffer.from(content));
      return arrivals.ask(openId, 'handInPaper', { kind: 'diploma', fileId, typed: null, requestId });
    };
    expect(await hand('毕业证书')).toMatchObject({ code: 'paper_unusable' });
    expect(await hand('%PDF-1.7 毕业证书')).toMatchObject({ data: { kind: 'diploma' } });
    const { items } = await arrivals.tell('周岚', 'readPapers', { runId });
    expect(items).toMatchObject([{ kind: 'diploma', isPdf: true, url: expect.any(String), typed: null }]);
  });

  it('go on their day, and at once when nobody comes after all', async () => {
    const [first, second] = [await arrivals.arrive(), await arrivals.arrive()];
    for (const { openId } of [first, second]) {
      const input = {
        kind: 'bankAccount',
        fileId: null,
        typed: '6222021200012347',
        requestId: freshRequest(),
      } as const;
      await arrivals.tell(openId, 'handInPaper', input);
    }
    const cancelled = { runId: second.runId, reason: '去了别家', requestId: freshRequest() };
    await arrivals.tell('周岚', 'cancelRun', cancelled);
    await arrivals.sweep();
    expect(arrivals.papers().map(({ runId }) => runId)).not.toContain(second.runId);
    stopClock('2027-02-28T15:59:00.000Z');
    await arrivals.minute();
    expect(arrivals.papers().map(({ runId }) => runId)).toContain(first.runId);
    stopClock('2027-02-28T16:00:00.000Z');
    await arrivals.minute();
    expect(arrivals.papers().map(({ runId }) => runId)).not.toContain(first.runId);
  });
});

it('HR’s board of a thousand runs costs one request a page and one for its figures, beyond the identity', async () => {
  const { runId } = await arrivals.arrive();
  const { _id, ...run } = arrivals.run(runId);
  const many = Array.from({ length: 1000 }, (_, index) => ({
    ...run,
    _id: `r-many-${index}`,
    // The newest of all: the figures count so many and no more.
    sort: `9999.${index}`,
  }));
  for (let from = 0; from < 1000; from += 200)
    await collection('onboardingRuns').insertMany(many.slice(from, from + 200));
  const list = await arrivals.stage.counted(() => arrivals.tell('周岚', 'listRuns', { which: 'open', limit: 50 }));
  expect({ rows: list.result.items.length, requests: list.dbRequests }).toEqual({ rows: 50, requests: 2 });
  expect(list.examined).toBeLessThanOrEqual(60);
  const board = await arrivals.stage.counted(() => arrivals.tell('周岚', 'readBoard', {}));
  const { open, newestOnly } = board.result;
  expect({ open, newestOnly, requests: board.dbRequests }).toEqual({ open: 1000, newestOnly: 1000, requests: 2 });
  const few = await arrivals.tell('周岚', 'readBoard', { branchId: 'chengdu' });
  expect(few.newestOnly).toBeNull();
});

it('sixty who start on one day are six calls, none twice, and one without a manager holds up nobody', async () => {
  const persons: string[] = [];
  for (let count = 0; count < 60; count += 1) {
    // One is to be led by somebody who leaves before they come.
    const more = count === 29 ? { managerPersonId: personOf('陈一诺') } : {};
    persons.push((await arrivals.hire(more)).personId);
  }
  await arrivals.end(employmentOf('陈一诺'), '2026-11-22');
  const lacking = { personId: persons[29] ?? '', outcome: 'roleUnfilled', runId: null, role: 'manager' };
  const said: unknown[] = [];
  for (let from = 0; from < 60; from += 10) {
    const starts = persons.slice(from, from + 10).map((personId) => ({ personId, buddyId: lin }));
    const begin = () => arrivals.tell('周岚', 'startRuns', { starts, requestId: freshRequest() });
    // Two of HR begin the same ten at once.
    const [first, second] = await Promise.all([begin(), begin()]);
    said.push(...first.items.filter(({ outcome }) => outcome === 'roleUnfilled'));
    for (const [index, { outcome }] of first.items.entries()) {
      const both = [outcome, second.items[index]?.outcome].sort();
      expect(both).toEqual(outcome === 'roleUnfilled' ? ['roleUnfilled', 'roleUnfilled'] : ['started', 'there']);
    }
  }
  expect(said).toEqual([lacking]);
  const begun = arrivals.runs().filter(({ personId }) => persons.includes(personId));
  expect(begun.map(({ personId }) => personId).sort()).toEqual(
    persons.filter((personId) => personId !== lacking.personId).sort(),
  );
  stopClock('2026-11-26T02:00:00.000Z');
  await arrivals.sweep();
  await arrivals.sweep();
  // One line, not sixty.
  expect(arrivals.toldTo(lin).filter((title) => title === othersTask)).toHaveLength(1);
  expect((await arrivals.tell('林晓', 'listMyActivities', {})).items.length).toBeGreaterThanOrEqual(60);
});

it('a run waits while a role is unfilled, and says which', async () => {
  const { personId } = await arrivals.hire({ branchId: 'chengdu', managerPersonId: personOf('李蓉') });
  const refused = await start(personId, 'p-nobody');
  expect(refused.items[0]).toMatchObject({ outcome: 'buddyNotHere', role: 'buddy', runId: null });
  const revoked = { personId: zhao, role: 'it', requestId: freshRequest() } as const;
  await arrivals.records('revokeRole', revoked);
  expect((await start(personId)).items[0]).toMatchObject({ outcome: 'roleUnfilled', role: 'it', runId: null });
});
