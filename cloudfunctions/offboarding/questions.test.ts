import { type Departure, figures, openDeparture, settled, step } from '../../test/departure';
import { killedEverywhere } from '../../test/killed-everywhere';
import { stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let here: Departure;
let separationId: string;
let total = 0;
let putBack: () => void;
beforeAll(async () => {
  stopClock('2026-11-23T02:00:00.000Z');
  here = await openDeparture(new Date());
  ({ separationId } = await here.leave('林晓'));
  await draft();
  await confirm();
  putBack = here.stage.cloud.snapshot();
});
beforeEach(() => {
  putBack();
  stopClock('2026-11-23T03:00:00.000Z');
});
afterAll(() => here.close());

async function draft(more: Partial<typeof figures> = {}): Promise<void> {
  const settlement = { ...figures, ...more };
  const drafted = await here.tell('马会敏', 'draftSettlement', { ...step(separationId), settlement });
  total = drafted.settlement?.statement?.totalFen ?? 0;
}
const confirm = () => here.tell('周岚', 'confirmSettlement', { ...step(separationId), seenTotalFen: total });
const mine = async () => (await here.tell('林晓', 'readMyLeaving', {})).leaving;
const asking = (more: object = {}) => ({
  ...{
    ...step(separationId),
    lineAt: 1 as number | null,
    seenTotalFen: figuresTotal,
    words: '年假少算了一天',
    ...more,
  },
});
const figuresTotal = 689_655 + 275_862;
const ask = async (more: object = {}) => {
  const { questions } = await here.tell('林晓', 'questionSettlement', asking(more));
  return questions.at(-1)?.questionId ?? '';
};
const answer = (name: string, questionId: string, outcome: 'explained' | 'mended') =>
  here.refusalOf(name, 'answerQuestion', { ...step(separationId), questionId, outcome, words: '按考勤是四个半天' });
const pay = () => here.refusalOf('马会敏', 'recordPayment', { ...step(separationId), paidOn: '2026-11-23' });

it('what the leaver asks about a line holds the payment until finance has answered', async () => {
  const questionId = await ask();
  expect(here.tasksOf('马会敏')).toContain('林晓对离职结算有疑问');
  expect(here.tasksOf('马会敏')).not.toContain('发放林晓的离职结算');
  expect(await pay()).toBe('settlement_questioned');
  expect(await answer('马会敏', questionId, 'explained')).toBe('ok');
  expect(await mine()).toMatchObject({
    settlement: { state: 'confirmed' },
    questions: [
      {
        ...{ line: { kind: 'statutoryLeave', fen: 275_862 }, words: '年假少算了一天', outcome: 'explained' },
        ...{ answer: '按考勤是四个半天', answeredBy: '马会敏' },
      },
    ],
  });
  expect(here.toldTo('林晓')).toContain('你问的结算有答复了');
  expect(here.tasksOf('马会敏')).toContain('发放林晓的离职结算');
  expect(await answer('周岚', questionId, 'explained')).toBe('settlement_question_not_found');
  expect(await pay()).toBe('ok');
});

it('what is put right is confirmed by another person again before the leaver sees it', async () => {
  const questionId = await ask({ lineAt: null });
  expect(await answer('周岚', questionId, 'mended')).toBe('ok');
  expect(await mine()).toMatchObject({ settlement: null, questions: [{ line: null, outcome: 'mended' }] });
  expect(here.tasksOf('周岚')).toContain('确认林晓的离职结算');
  await draft({ statutoryLeaveHalfDays: 6 });
  expect(await here.refusalOf('马会敏', 'confirmSettlement', { ...step(separationId), seenTotalFen: total })).toBe(
    'settlement_needs_other',
  );
  expect(await here.refusalOf('林晓', 'questionSettlement', asking())).toBe('leaving_step_passed');
  await confirm();
  expect(await mine()).toMatchObject({ settlement: { statement: { totalFen: 689_655 + 413_793 } } });
  expect(await pay()).toBe('ok');
});

it('after the payment HR answers, also when all is closed, and no figure changes any more', async () => {
  for (const rowId of ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r9', 'r10']) {
    await here.tell('周岚', 'settleRow', { ...step(separationId), ...settled(rowId, 'notNeeded', '不适用') });
  }
  await pay();
  await here.morningOf('2026-12-23');
  await here.morningOf('2026-12-24');
  expect(here.separation(separationId)).toMatchObject({ state: 'closed', openOwners: [] });
  const questionId = await ask();
  expect(here.tasksOf('周岚')).toContain('林晓对离职结算有疑问');
  const { items } = await here.tell('周岚', 'listClearances', { owner: 'hr' });
  expect(items.map(({ _id }) => _id)).toContain(separationId);
  expect(await answer('周岚', questionId, 'mended')).toBe('settlement_paid');
  expect(await answer('周岚', questionId, 'explained')).toBe('ok');
  expect(here.separation(separationId)).toMatchObject({
    state: 'closed',
    openOwners: [],
    settlement: { state: 'paid' },
  });
  expect(here.tasksOf('周岚')).not.toContain('林晓对离职结算有疑问');
});

it('is nobody else\u2019s business, sealed, and about the figures that were seen', async () => {
  expect(await here.refusalOf('陈一诺', 'questionSettlement', asking())).toBe('leaving_not_found');
  expect(await here.refusalOf('林晓', 'questionSettlement', asking({ lineAt: 2 }))).toBe('settlement_changed');
  expect(await here.refusalOf('林晓', 'questionSettlement', asking({ seenTotalFen: 1 }))).toBe('settlement_changed');
  const questionId = await ask();
  expect((await here.tell('赵启明', 'readLeaving', { separationId })).questions).toEqual([]);
  expect(await answer('赵启明', questionId, 'explained')).toBe('not_allowed');
  expect(await answer('李蓉', questionId, 'explained')).toBe('leaving_not_found');
  await answer('马会敏', questionId, 'explained');
  expect(JSON.stringify(here.separation(separationId).questions)).not.toMatch(/年假|275862|考勤/);
});

it('one statement is asked about ten times at most', async () => {
  for (let time = 0; time < 10; time += 1) await ask();
  expect(await here.refusalOf('林晓', 'questionSettlement', asking())).toBe('settlement_questions_full');
  expect((await mine())?.allowed).not.toContain('questionSettlement');
});

it('a question and its answer, killed at any request, are there once, and hold the payment for as long', async () => {
  const times = (all: string[], title: string) => all.filter((one) => one === title).length;
  const cuts = await killedEverywhere(async (cut, request) => {
    const question = asking();
    await cut(() => here.ask('林晓', 'questionSettlement', question));
    if (request % 2 === 0) await here.sweep();
    await here.tell('林晓', 'questionSettlement', question);
    await here.sweep();
    const { questions } = here.separation(separationId);
    const asked = times(here.tasksOf('马会敏'), '林晓对离职结算有疑问');
    expect({ request, asked, questions: questions.length, paid: await pay() }).toEqual({
      ...{ request, asked: 1, questions: 1, paid: 'settlement_questioned' },
    });
    const said = {
      questionId: questions[0]?.questionId ?? '',
      outcome: 'explained' as const,
      words: '按考勤是四个半天',
    };
    const input = { ...step(separationId), ...said };
    await cut(() => here.ask('马会敏', 'answerQuestion', input));
    if (request % 2 === 0) await here.sweep();
    await here.tell('马会敏', 'answerQuestion', input);
    await here.sweep();
    const { questions: answered, pendingSince } = here.separation(separationId);
    const told = {
      ...{ outcomes: answered.map(({ outcome }) => outcome), pendingSince },
      heard: times(here.toldTo('林晓'), '你问的结算有答复了'),
      lists: ['林晓对离职结算有疑问', '发放林晓的离职结算'].map((title) => times(here.tasksOf('马会敏'), title)),
    };
    expect({ request, ...told }).toEqual({
      ...{ request, outcomes: ['explained'], pendingSince: null, heard: 1, lists: [0, 1] },
    });
  });
  expect(cuts).toBeGreaterThan(8);
});
