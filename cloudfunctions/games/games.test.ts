import { seededQuizId, solsticeQuestions } from '../../seeds/games-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openQuizEvening, type QuizEvening } from '../../test/quiz-evening';
import { rightPlace } from './rules/quiz';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

const quizId = seededQuizId('solstice');
const draftId = seededQuizId('new-year');
const [lin, chen, tang] = ['林晓', '陈一诺', '唐思远'].map(personOf) as [string, string, string];
const hour = 3_600_000;
const allRight = solsticeQuestions.map(rightPlace);
const oneRight = allRight.map((place, index) => (index === 0 ? place : place === 0 ? 1 : 0));

let evening: QuizEvening;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  evening = await openQuizEvening(new Date());
});
afterEach(() => evening.close());

const handIn = (name: string, picks = allRight, requestId = freshRequest()) =>
  evening.ask(name, 'handInQuiz', { quizId, picks, requestId });
const triesOf = (personId: string, id = quizId) =>
  evening.tries().filter((one) => one.personId === personId && one.quizId === id);
const stored = (id: string) => evening.quizzes().find(({ _id }) => _id === id);
const toldOf = (personId: string) => evening.toldTo(personId).filter((title) => title.startsWith('腊八答题'));
const content = (more: object = {}) => ({
  ...{ title: '腊八', festival: '腊八', intro: '', questions: solsticeQuestions.slice(0, 3) },
  ...{ opensAt: '2026-11-23T01:00:00.000Z', closesAt: '2026-11-25T10:00:00.000Z' },
  ...{ rewards: [{ fromRight: 1, points: 5 }], ...more },
});
async function published(more: object = {}): Promise<string> {
  const requestId = freshRequest();
  const { _id } = await evening.tell('周岚', 'writeQuiz', {
    quizId: null,
    version: 1,
    content: content(more),
    requestId,
  });
  await evening.tell('周岚', 'publishQuiz', { quizId: _id, version: 1, requestId: freshRequest() });
  return _id;
}

describe('a try', () => {
  it('is judged here, earns what was published, and shows the answers only then', async () => {
    const before = evening.balanceOf(lin);
    const open = await evening.tell('林晓', 'readQuiz', { quizId });
    expect(open).toMatchObject({ phase: 'open', mine: null, answered: [] });
    expect(open.asked).toHaveLength(5);
    expect(JSON.stringify(open)).not.toContain('南回归线');
    expect(await handIn('林晓')).toMatchObject({ ok: true, data: { mine: { right: 5, points: 20 }, asked: [] } });
    expect(evening.balanceOf(lin)).toBe(before + 20);
    expect(JSON.stringify(await evening.tell('林晓', 'readQuiz', { quizId }))).toContain('南回归线');
  });

  it('counts once: its repeat answers the same, another is refused, and points come once', async () => {
    const before = evening.balanceOf(lin);
    const requestId = freshRequest();
    const first = await handIn('林晓', oneRight, requestId);
    expect(first).toMatchObject({ ok: true, data: { mine: { right: 1, points: 5 } } });
    expect(await handIn('林晓', oneRight, requestId)).toEqual({ ...first, traceId: expect.any(String) });
    expect(await handIn('林晓')).toMatchObject({ code: 'quiz_tried_already' });
    await evening.sweep();
    expect(triesOf(lin)).toHaveLength(1);
    expect(evening.balanceOf(lin)).toBe(before + 5);
  });

  it('is refused before the quiz opens, after it has closed, and while it is HR’s alone', async () => {
    const of = (id: string) =>
      evening.ask('林晓', 'handInQuiz', { quizId: id, picks: [0, 0, 0], requestId: freshRequest() });
    expect(await of(await published())).toMatchObject({ code: 'quiz_not_open' });
    expect(await of(draftId)).toMatchObject({ code: 'quiz_not_found' });
    expect(await handIn('林晓', [0, 0, 0])).toMatchObject({ code: 'quiz_answers_missing' });
    passTime(6 * 24 * hour);
    expect(await handIn('林晓')).toMatchObject({ code: 'quiz_not_open' });
    expect(evening.tries().filter(({ personId }) => personId === lin)).toEqual([]);
  });

  it('of everybody at the same time, each tapping more than once, is one a person with its points once', async () => {
    const names = ['林晓', '陈一诺', '唐思远', '王磊', '马会敏', '李蓉', '赵启明', '周岚'];
    const before = names.map((name) => evening.balanceOf(personOf(name)));
    const taps = names.flatMap((name, index) =>
      Array.from({ length: 8 }, () => handIn(name, allRight, `request-of-tapper-${index}`)),
    );
    await Promise.all(taps);
    await evening.sweep();
    await evening.sweep();
    for (const name of names) expect(triesOf(personOf(name))).toMatchObject([{ right: 5, pendingSince: null }]);
    expect(names.map((name, index) => evening.balanceOf(personOf(name)) - (before[index] ?? 0))).toEqual(
      names.map(() => 20),
    );
    expect((await evening.tell('周岚', 'readWrittenQuiz', { quizId })).people).toBe(8);
  });

  it('costs three requests beside its points and its task, a page of the list three', async () => {
    const list = () => evening.tell('林晓', 'listQuizzes', {});
    expect((await evening.stage.counted(list)).dbRequests).toBe(3);
    const read = () => evening.tell('林晓', 'readQuiz', { quizId });
    expect((await evening.stage.counted(read)).dbRequests).toBe(3);
  });

  it('is mine to read, before my first day and after my last one too, and forgotten after a year', async () => {
    await handIn('林晓');
    const { items } = await evening.tell('林晓', 'listMyQuizTries', {});
    expect(items).toMatchObject([{ title: '冬至你知道多少', right: 5, points: 20 }]);
    expect(await evening.ask('何雨桐', 'listMyQuizTries', {})).toMatchObject({ ok: true, data: { items: [] } });
    passTime((365 + 5) * 24 * hour);
    await evening.sweep();
    expect(triesOf(lin)).toHaveLength(1);
    passTime(2 * 24 * hour);
    await evening.sweep();
    expect(triesOf(lin)).toEqual([]);
  });

  it('killed anywhere is there once with its points once, whoever comes first: the timer or the person', async () => {
    const before = evening.balanceOf(chen);
    const cuts = await killedEverywhere(async (cut, request) => {
      const requestId = freshRequest();
      await cut(() => handIn('陈一诺', allRight, requestId));
      if (request % 2 === 0) await evening.sweep();
      await handIn('陈一诺', allRight, requestId);
      await evening.sweep();
      const [tried] = triesOf(chen);
      const outcome = { right: tried?.right, pending: tried?.pendingSince, gained: evening.balanceOf(chen) - before };
      expect({ request, ...outcome }).toEqual({ request, right: 5, pending: null, gained: 20 });
    });
    expect(cuts).toBeGreaterThanOrEqual(7);
  });
});

describe('a quiz', () => {
  it('is a draft of HR’s alone until it is published, and never changes afterwards', async () => {
    const requestId = freshRequest();
    const write = (quiz: string | null, version: number, id = freshRequest(), more: object = {}) =>
      evening.ask('周岚', 'writeQuiz', { quizId: quiz, version, content: content(more), requestId: id });
    const first = await write(null, 1, requestId);
    const _id = first.ok ? first.data._id : '';
    expect(await write(null, 1, requestId)).toMatchObject({ ok: true, data: { _id, version: 1 } });
    expect(await write(_id, 1, freshRequest(), { title: '腊八粥' })).toMatchObject({ data: { version: 2 } });
    expect(await write(_id, 1)).toMatchObject({ code: 'quiz_changed' });
    expect(await evening.ask('林晓', 'readQuiz', { quizId: _id })).toMatchObject({ code: 'quiz_not_found' });
    const publish = { quizId: _id, version: 2, requestId: freshRequest() };
    expect(await evening.ask('周岚', 'publishQuiz', { ...publish, version: 1 })).toMatchObject({
      code: 'quiz_changed',
    });
    expect(await evening.ask('周岚', 'publishQuiz', publish)).toMatchObject({ data: { phase: 'coming' } });
    expect(await evening.ask('周岚', 'publishQuiz', publish)).toMatchObject({ data: { phase: 'coming' } });
    expect(await write(_id, 2)).toMatchObject({ code: 'quiz_published' });
    const { items } = await evening.tell('林晓', 'listQuizzes', {});
    expect(items.map((one) => one._id)).toContain(_id);
    expect(await evening.ask('林晓', 'writeQuiz', { quizId: null, version: 1, content: content(), requestId })).toEqual(
      expect.objectContaining({ code: 'not_allowed' }),
    );
  });

  it('stands in HR’s list from its draft on, what opens last first', async () => {
    const { items } = await evening.tell('周岚', 'listWrittenQuizzes', {});
    expect(items.map(({ title, phase }) => [title, phase])).toEqual([
      ['元旦猜一猜', 'draft'],
      ['冬至你知道多少', 'open'],
      ['司庆：我们的第一年', 'closed'],
    ]);
  });

  it('is on everybody’s 今天 from its opening on, leaves it with handing in, and closes by itself', async () => {
    const _id = await published();
    await evening.sweep();
    expect(toldOf(chen)).toEqual([]);
    passTime(24 * hour);
    await evening.sweep();
    expect(toldOf(chen)).toEqual(['腊八答题：腊八']);
    await evening.tell('陈一诺', 'handInQuiz', { quizId: _id, picks: [1, 2, 0], requestId: freshRequest() });
    await evening.sweep();
    expect(toldOf(chen)).toEqual([]);
    expect(toldOf(tang)).toEqual(['腊八答题：腊八']);
    expect(evening.documents<{ taskId?: string; closesAt?: string }>('todayEntries')).toContainEqual(
      expect.objectContaining({ closesAt: '2026-11-25T10:00:00.000Z' }),
    );
  });

  it('taken back is gone for everybody, with its tasks; points stay', async () => {
    const _id = await published();
    passTime(24 * hour);
    await evening.sweep();
    await evening.tell('陈一诺', 'handInQuiz', { quizId: _id, picks: [1, 2, 0], requestId: freshRequest() });
    const balance = evening.balanceOf(chen);
    const withdraw = { quizId: _id, requestId: freshRequest() };
    const first = await evening.ask('周岚', 'withdrawQuiz', withdraw);
    expect(first).toMatchObject({ data: { phase: 'withdrawn' } });
    expect(await evening.ask('周岚', 'withdrawQuiz', withdraw)).toEqual({ ...first, traceId: expect.any(String) });
    await evening.sweep();
    expect(toldOf(tang)).toEqual([]);
    expect(await evening.ask('唐思远', 'readQuiz', { quizId: _id })).toMatchObject({ code: 'quiz_not_found' });
    expect(evening.balanceOf(chen)).toBe(balance);
  });

  it('taken back stays so: a held up publication comes too late, and a repeat walks to nobody again', async () => {
    const isHeld = evening.stage.cloud.faults.line.holdAt(3);
    const publishing = evening.ask('周岚', 'publishQuiz', { quizId: draftId, version: 1, requestId: freshRequest() });
    const goOn = await isHeld;
    const takeBack = () => evening.ask('周岚', 'withdrawQuiz', { quizId: draftId, requestId: freshRequest() });
    expect(await takeBack()).toMatchObject({ ok: true });
    goOn();
    expect(await publishing).toMatchObject({ code: 'quiz_changed' });
    await evening.sweep();
    expect(await takeBack()).toMatchObject({ ok: true });
    expect(stored(draftId)).toMatchObject({ state: 'withdrawn', announceSince: null });
  });

  it('taken back while it goes onto everybody’s 今天 comes off again', async () => {
    const _id = await published();
    passTime(24 * hour);
    // What others owe, what is due, the colleagues and their tasks: the ninth notes how far it has come.
    const isHeld = evening.stage.cloud.faults.line.holdAt(9);
    const walking = evening.sweep();
    const goOn = await isHeld;
    expect(toldOf(tang)).not.toEqual([]);
    await evening.ask('周岚', 'withdrawQuiz', { quizId: _id, requestId: freshRequest() });
    goOn();
    await walking;
    await evening.sweep();
    expect(toldOf(tang)).toEqual([]);
    expect(stored(_id)).toMatchObject({ announceSince: null });
  });

  it('is counted once it has closed, wherever the count was killed, and tells numbers but nobody’s', async () => {
    const names = ['林晓', '陈一诺', '唐思远', '王磊', '马会敏'];
    for (const name of names) await handIn(name, oneRight);
    passTime(6 * 24 * hour + 3 * 60_000);
    const cuts = await killedEverywhere(async (cut, request) => {
      await cut(() => evening.sweep());
      await evening.sweep();
      const { outcome, countSince } = stored(quizId) ?? {};
      expect({ request, people: outcome?.people, percent: outcome?.hardest?.rightPercent, countSince }).toEqual({
        ...{ request, people: 5, percent: 0, countSince: null },
      });
    });
    expect(cuts).toBeGreaterThanOrEqual(4);
    const told = await evening.tell('李蓉', 'readQuiz', { quizId });
    expect(told.outcome).toMatchObject({ people: 5, hardest: { text: solsticeQuestions[1]?.text } });
    for (const name of names) expect(JSON.stringify(told)).not.toContain(personOf(name));
  });

  it('published and killed anywhere reaches everybody once', async () => {
    const { _id } = await evening.tell('周岚', 'writeQuiz', {
      ...{ quizId: null, version: 1, content: content(), requestId: freshRequest() },
    });
    const cuts = await killedEverywhere(async (cut, request) => {
      const publish = { quizId: _id, version: 1, requestId: freshRequest() };
      await cut(() => evening.ask('周岚', 'publishQuiz', publish));
      await evening.tell('周岚', 'publishQuiz', publish);
      passTime(24 * hour);
      await cut(() => evening.sweep());
      await evening.sweep();
      expect({ request, told: toldOf(tang), since: stored(_id)?.announceSince }).toEqual({
        ...{ request, told: ['腊八答题：腊八'], since: null },
      });
    });
    expect(cuts).toBeGreaterThanOrEqual(6);
  });
});
