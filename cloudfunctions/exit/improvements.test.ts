import { employmentOf, personOf } from '../../seeds/sample-calls/sample-call';
import { type Farewell, openFarewell } from '../../test/farewell';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import type { StoredImprovement } from './documents';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

const [zhou, gu] = [personOf('周岚'), personOf('顾怀远')];
let farewell: Farewell;
let improvementId: string;
let putBack: () => void;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  farewell = await openFarewell(new Date());
  const opened = await farewell.tell('周岚', 'openImprovement', {
    ...{ title: '减少连续夜班', about: { cut: 'reason', key: 'g-work' }, ownerPersonId: gu, dueOn: '2027-03-31' },
    ...{ from: '2027H1', ...fresh() },
  });
  improvementId = opened._id;
  putBack = farewell.stage.cloud.snapshot();
});
beforeEach(() => {
  putBack();
  stopClock('2026-11-22T03:00:00.000Z');
});
afterAll(() => farewell.close());

const fresh = () => ({ requestId: freshRequest() });
const report = (words: string) => ({ improvementId, words, ...fresh() });
const done = () => ({ improvementId, result: '夜班改成三班两运转', ...fresh() });
const times = (all: string[], title: string) => all.filter((one) => one === title).length;
const refusalOf = async (name: string, call: 'reportImprovement' | 'finishImprovement') => {
  const answer =
    call === 'reportImprovement'
      ? await farewell.ask(name, call, report('不关我的事'))
      : await farewell.ask(name, call, done());
  return answer.ok ? 'ok' : answer.code;
};

it('stands on the owner\u2019s 今天 until it is done, and in a list of theirs', async () => {
  expect(farewell.tasksOf(gu)).toContain('减少连续夜班');
  expect(farewell.toldTo(gu)).toContain('请你负责一项改进');
  const { items } = await farewell.tell('顾怀远', 'listMyImprovements', {});
  expect(items.map(({ title }) => title)).toEqual(['减少连续夜班', '夜班改三班两运转，发夜班津贴']);
  await farewell.tell('顾怀远', 'finishImprovement', done());
  expect(farewell.tasksOf(gu)).not.toContain('减少连续夜班');
  expect(farewell.toldTo(zhou)).toContain('改进完成了：减少连续夜班');
  expect(await refusalOf('顾怀远', 'reportImprovement')).toBe('improvement_done');
});

it('tells HR what the owner says of it, on the board and in a message', async () => {
  await farewell.tell('顾怀远', 'reportImprovement', report('排班表改好了'));
  passTime(60_000);
  await farewell.tell('顾怀远', 'reportImprovement', report('试了两周'));
  const { improvements } = await farewell.tell('周岚', 'readExitBoard', {});
  const found = improvements.find(({ _id }) => _id === improvementId);
  expect(found?.reports.map(({ words }) => words)).toEqual(['排班表改好了', '试了两周']);
  expect(times(farewell.toldTo(zhou), '顾怀远说了改进的进展')).toBe(2);
});

it('is as if it were not there for others, HR of a branch among them', async () => {
  for (const name of ['林晓', '李蓉']) {
    expect((await farewell.tell(name, 'listMyImprovements', {})).items).toEqual([]);
    expect(await refusalOf(name, 'reportImprovement')).toBe('improvement_not_found');
    expect(await refusalOf(name, 'finishImprovement')).toBe('improvement_not_found');
  }
  expect(await refusalOf('周岚', 'reportImprovement')).toBe('improvement_not_found');
  expect(await refusalOf('周岚', 'finishImprovement')).toBe('ok');
});

const passOn = (ownerName: string) => ({ improvementId, ownerPersonId: personOf(ownerName), ...fresh() });
const leave = (name: string, factId: string) => ({
  fact: {
    ...{ factId, employmentId: employmentOf(name), personId: personOf(name), at: new Date().toISOString() },
    ...{ kind: 'resignation' as const, relievingDate: '2026-11-21', reasonId: null },
  },
  ...fresh(),
});

it('is passed on by HR of the whole company alone: off the one list, onto the other, and both hear of it', async () => {
  const lin = personOf('林晓');
  for (const name of ['顾怀远', '李蓉']) {
    expect(await farewell.ask(name, 'passOnImprovement', passOn('林晓'))).toMatchObject({ code: 'not_allowed' });
  }
  expect(await farewell.ask('周岚', 'passOnImprovement', passOn('孙倩'))).toMatchObject({
    code: 'colleague_not_found',
  });
  expect(await farewell.tell('周岚', 'passOnImprovement', passOn('林晓'))).toMatchObject({ ownerName: '林晓' });
  expect(farewell.tasksOf(gu)).not.toContain('减少连续夜班');
  expect(farewell.tasksOf(lin)).toContain('减少连续夜班');
  expect(farewell.toldTo(gu)).toContain('改进交给了林晓');
  expect(await refusalOf('顾怀远', 'reportImprovement')).toBe('improvement_not_found');
  expect(await refusalOf('林晓', 'reportImprovement')).toBe('ok');
  // Back again: asked anew, and it stands on the list.
  passTime(60_000);
  await farewell.tell('周岚', 'passOnImprovement', passOn('顾怀远'));
  expect(farewell.tasksOf(gu)).toContain('减少连续夜班');
  expect(farewell.tasksOf(lin)).not.toContain('减少连续夜班');
  expect(times(farewell.toldTo(gu), '请你负责一项改进')).toBe(2);
  await farewell.tell('周岚', 'finishImprovement', done());
  expect(await farewell.ask('周岚', 'passOnImprovement', passOn('林晓'))).toMatchObject({ code: 'improvement_done' });
});

it('whose owner has left says so, leaves their list, and HR who opened it hears of it once', async () => {
  const left = leave('顾怀远', 'left-gu-0000001');
  for (let time = 0; time < 2; time += 1) await farewell.tell('exit', 'noteEmploymentEnded', left);
  await farewell.sweep();
  const { improvements } = await farewell.tell('周岚', 'readExitBoard', {});
  const flags = improvements.map(({ title, hasOwnerLeft }) => [title, hasOwnerLeft]);
  expect(flags).toEqual([
    ['减少连续夜班', true],
    ['夜班改三班两运转，发夜班津贴', false],
  ]);
  expect(farewell.tasksOf(gu)).not.toContain('减少连续夜班');
  expect(times(farewell.toldTo(zhou), '顾怀远离职了，改进要换人负责')).toBe(1);
  expect(await farewell.tell('周岚', 'passOnImprovement', passOn('林晓'))).toMatchObject({ hasOwnerLeft: false });
});

it('passed on and killed at any request, has one owner, one task and one message to each', async () => {
  const lin = personOf('林晓');
  const cuts = await killedEverywhere(async (cut, request) => {
    const input = passOn('林晓');
    await cut(() => farewell.ask('周岚', 'passOnImprovement', input));
    if (request % 2 === 0) await farewell.sweep();
    await farewell.ask('周岚', 'passOnImprovement', input);
    await farewell.sweep();
    const stored = farewell.documents<StoredImprovement>('exitImprovements').find(({ _id }) => _id === improvementId);
    const told = {
      ...{ owner: stored?.ownerName, turn: stored?.turn, former: stored?.formerOwners, pending: stored?.pendingSince },
      lists: [gu, lin].map((one) => times(farewell.tasksOf(one), '减少连续夜班')),
      heard: [times(farewell.toldTo(gu), '改进交给了林晓'), times(farewell.toldTo(lin), '请你负责一项改进')],
    };
    expect({ request, ...told }).toEqual({
      ...{ request, owner: '林晓', turn: 1, former: [], pending: null, lists: [0, 1], heard: [1, 1] },
    });
  });
  expect(cuts).toBeGreaterThanOrEqual(4);
});

it('a report killed at any request is there once, and HR hears of it once', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    const input = report('排班表改好了');
    await cut(() => farewell.ask('顾怀远', 'reportImprovement', input));
    if (request % 2 === 0) await farewell.sweep();
    await farewell.ask('顾怀远', 'reportImprovement', input);
    await farewell.sweep();
    const stored = farewell.documents<{ _id: string; reports: object[]; pendingSince: string | null }>(
      'exitImprovements',
    );
    const found = stored.find(({ _id }) => _id === improvementId);
    const heard = times(farewell.toldTo(zhou), '顾怀远说了改进的进展');
    expect({ request, reports: found?.reports.length, pending: found?.pendingSince, heard }).toEqual({
      ...{ request, reports: 1, pending: null, heard: 1 },
    });
  });
  expect(cuts).toBeGreaterThanOrEqual(4);
});
