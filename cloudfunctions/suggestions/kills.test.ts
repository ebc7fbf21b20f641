import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { openSuggestionBox, type SuggestionBox } from '../../test/suggestion-box';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

const [lin, chen, zhou] = ['林晓', '陈一诺', '周岚'].map(personOf) as [string, string, string];

let box: SuggestionBox;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  box = await openSuggestionBox(new Date());
});
afterAll(() => box.close());

let cases = 0;

/** Breaks the line at every request of a work on a fresh suggestion; then comes the timer, and the person again. */
function atEveryRequest(
  begin: (title: string) => Promise<string>,
  work: (suggestionId: string, title: string, requestId: string) => Promise<unknown>,
  check: (title: string, request: number) => void,
): Promise<number> {
  return killedEverywhere(async (cut, request) => {
    cases += 1;
    const [title, requestId] = [`第 ${cases} 条`, freshRequest()];
    const suggestionId = await begin(title);
    await cut(() => work(suggestionId, title, requestId));
    if (request % 2 === 0) await box.sweep();
    await work(suggestionId, title, requestId);
    await box.sweep();
    await box.sweep();
    check(title, request);
  });
}

function make(title: string, requestId: string) {
  box.judged('pass');
  const draft = { topic: 'growth', text: '各部门轮流讲。', isNamed: true, title, requestId } as const;
  return box.ask('林晓', 'makeSuggestion', draft);
}
const stored = (title: string) => box.suggestions().filter((one) => one.title === title);
const timesTold = (personId: string, title: string) => box.toldTo(personId).filter((told) => told === title).length;

it('a suggestion is there once, and HR has its task once, wherever the function was killed', async () => {
  const cuts = await atEveryRequest(
    async () => '',
    (_, title, requestId) => make(title, requestId),
    (title, request) => {
      const outcome = { request, made: stored(title).map(({ duties }) => duties), tasks: timesTold(zhou, title) };
      expect(outcome).toEqual({ request, made: [[]], tasks: 1 });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(8);
});

it('an adoption is told once to everybody, earns its points once, and counts support once', async () => {
  let [points, told] = [0, 0];
  const cuts = await atEveryRequest(
    async (title) => {
      const answer = await make(title, freshRequest());
      const suggestionId = answer.ok ? answer.data._id : '';
      await box.tell('陈一诺', 'supportSuggestion', { suggestionId, isSupported: true, requestId: freshRequest() });
      await box.sweep();
      [points, told] = [box.balanceOf(lin), timesTold(chen, '你支持的建议被采纳了')];
      return suggestionId;
    },
    (suggestionId, _, requestId) =>
      box.ask('周岚', 'decideSuggestion', { suggestionId, verdict: 'adopted', words: '好', requestId }),
    (title, request) => {
      const [one] = stored(title);
      expect({ request, answers: one?.answers.length, duties: one?.duties, count: one?.count }).toEqual({
        ...{ request, answers: 1, duties: [], count: null },
      });
      expect({ request, earned: box.balanceOf(lin) - points }).toEqual({ request, earned: 30 });
      expect(one?.shares?.groups[0]?.percent).toBeGreaterThan(0);
      expect({ request, told: timesTold(chen, '你支持的建议被采纳了') - told }).toEqual({ request, told: 1 });
      expect({ request, tasks: timesTold(zhou, title) }).toEqual({ request, tasks: 0 });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(12);
});
