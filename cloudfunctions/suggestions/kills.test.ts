import { personOf } from '../../seeds/sample-calls/sample-call';
import { type Break, type FaultyLine, openFaultyLine } from '../../test/faulty-line';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openSuggestionBox, type SuggestionBox } from '../../test/suggestion-box';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

const [lin, chen, zhou] = ['林晓', '陈一诺', '周岚'].map(personOf) as [string, string, string];

let box: SuggestionBox;
let line: FaultyLine;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  box = await openSuggestionBox(new Date());
  line = await openFaultyLine();
});
afterAll(async () => {
  await line.close();
  await box.close();
});

const monthMillis = 32 * 86_400_000;
let cases = 0;

/** Breaks the line at every request of a work on a fresh suggestion; then comes the timer, and the person again. */
async function atEveryRequest(
  begin: (title: string) => Promise<string>,
  work: (suggestionId: string, title: string, requestId: string) => Promise<unknown>,
  check: (title: string, cut: string) => void,
): Promise<number> {
  let cuts = 0;
  for (const how of ['before', 'after'] satisfies Break[]) {
    for (let request = 1, wasCut = true; wasCut; request += 1) {
      cases += 1;
      const [title, requestId] = [`第 ${cases} 条`, freshRequest()];
      const suggestionId = await begin(title);
      line.breakAt(request, how);
      await work(suggestionId, title, requestId).catch(() => null);
      wasCut = line.heal() >= request;
      if (wasCut) cuts += 1;
      if (request % 2 === 0) await box.sweep();
      await work(suggestionId, title, requestId);
      await box.sweep();
      await box.sweep();
      check(title, `${how} ${request}`);
    }
  }
  return cuts;
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
    (title, cut) => {
      const outcome = { cut, made: stored(title).map(({ duties }) => duties), tasks: timesTold(zhou, title) };
      expect(outcome).toEqual({ cut, made: [[]], tasks: 1 });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(10);
});

it('an adoption is told once to everybody, earns its points once, and counts support once', async () => {
  let [points, told] = [0, 0];
  const cuts = await atEveryRequest(
    async (title) => {
      const answer = await make(title, freshRequest());
      const suggestionId = answer.ok ? answer.data._id : '';
      await box.tell('陈一诺', 'supportSuggestion', { suggestionId, isSupported: true, requestId: freshRequest() });
      await box.sweep();
      // The rule ends at ten adoptions a month.
      passTime(monthMillis);
      [points, told] = [box.balanceOf(lin), timesTold(chen, '你支持的建议被采纳了')];
      return suggestionId;
    },
    (suggestionId, _, requestId) =>
      box.ask('周岚', 'decideSuggestion', { suggestionId, verdict: 'adopted', words: '好', requestId }),
    (title, cut) => {
      const [one] = stored(title);
      expect({ cut, answers: one?.answers.length, duties: one?.duties, count: one?.count }).toEqual({
        ...{ cut, answers: 1, duties: [], count: null },
      });
      expect({ cut, earned: box.balanceOf(lin) - points }).toEqual({ cut, earned: 30 });
      expect(one?.shares?.groups[0]?.percent).toBeGreaterThan(0);
      expect({ cut, told: timesTold(chen, '你支持的建议被采纳了') - told }).toEqual({ cut, told: 1 });
      expect({ cut, tasks: timesTold(zhou, title) }).toEqual({ cut, tasks: 0 });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(20);
});
