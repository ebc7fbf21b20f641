import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { type KindCompany, openKindCompany } from '../../test/kind-company';
import { freshRequest, stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(600_000);

const chen = personOf('陈一诺');

let company: KindCompany;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  company = await openKindCompany(new Date());
});
afterEach(() => company.close());

/**
 * Kills the work at every request, the requests of the functions that it asks included. Then the timer comes, and the
 * person tries again.
 */
const atEveryRequest = (work: (requestId: string) => Promise<unknown>, check: (request: number) => Promise<void>) => {
  return killedEverywhere(async (cut, request) => {
    const requestId = freshRequest();
    await cut(() => work(requestId));
    if (request % 2 === 0) await company.sweep();
    await work(requestId);
    await company.sweep();
    await check(request);
  });
};

const told = (personId: string, beginning: string) =>
  company.toldTo(personId).filter((title) => title.startsWith(beginning)).length;

it('a card with points is sent once, wherever the function was killed', async () => {
  const before = company.balanceOf(chen);
  const cuts = await atEveryRequest(
    (requestId) => {
      company.stage.cloud.openApi.answerNext('security.msgSecCheck', { result: { suggest: 'pass', label: 100 } });
      const card = { valueId: 'v-craft', design: 'star', words: '谢谢你', pointsEach: 5 } as const;
      return company.ask('林晓', 'sendThanks', { ...card, toPersonIds: [chen], requestId });
    },
    async (cut) => {
      const sent = company.cards().filter(({ words }) => words === '谢谢你');
      const { items } = await company.tell('陈一诺', 'listMyThanks', { box: 'received' });
      const seen = items.filter(({ words }) => words === '谢谢你').length;
      const outcome = { cut, cards: sent.length, seen, told: told(chen, '林晓送了你') };
      expect(outcome).toEqual({ cut, cards: 1, seen: 1, told: 1 });
      expect({ cut, gained: company.balanceOf(chen) - before, pending: sent[0]?.pendingSince }).toEqual({
        // What was given, and what being thanked earns by the rule.
        ...{ cut, gained: 5 + 2, pending: null },
      });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(10);
});

it('a boost reaches the receiver and is counted once', async () => {
  const lin = personOf('林晓');
  const before = company.balanceOf(lin);
  const cuts = await atEveryRequest(
    async (requestId) => {
      const card = company.cards().find(({ to, boosters }) => to.length === 1 && boosters.length === 2);
      return company.ask('王磊', 'boostThanks', { cardId: card?._id ?? '', pointsEach: 5, requestId });
    },
    async (cut) => {
      const card = company.cards().find(({ boosters }) => boosters.length === 3);
      const outcome = { cut, boosts: card?.boosters.length, points: card?.boostPointsEach };
      expect(outcome).toEqual({ cut, boosts: 3, points: 5 });
      expect({ cut, gained: company.balanceOf(lin) - before }).toEqual({ cut, gained: 5 });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(7);
});

it('a birthday comes once, with its points and its messages, wherever its morning was cut off', async () => {
  const [gu, wang] = [personOf('顾怀远'), personOf('王磊')];
  const before = company.balanceOf(gu);
  stopClock('2026-11-24T00:30:00.000Z');
  const cuts = await killedEverywhere(async (cut, request) => {
    await cut(() => company.minute());
    for (let minute = 0; minute < 3; minute += 1) await company.sweep();
    const cards = company.care().filter(({ personId, occasion }) => personId === gu && occasion === 'birthday');
    expect({ request, cards: cards.map(({ state, pendingSince }) => [state, pendingSince]) }).toEqual({
      ...{ request, cards: [['delivered', null]] },
    });
    expect({ request, gained: company.balanceOf(gu) - before }).toEqual({ request, gained: 50 });
    expect({ request, told: told(gu, '生日快乐') }).toEqual({ request, told: 1 });
    expect({ request, told: told(wang, '今天是顾怀远的生日') }).toEqual({ request, told: 1 });
  });
  expect(cuts).toBeGreaterThanOrEqual(10);
});
