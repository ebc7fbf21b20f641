import { personOf } from '../../seeds/sample-calls/sample-call';
import { type Break, openFaultyLine } from '../../test/faulty-line';
import { type KindCompany, openKindCompany } from '../../test/kind-company';
import { freshRequest, stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(600_000);

const chen = personOf('陈一诺');

/**
 * Breaks the line to the database at every request of the work, the requests of the functions that it asks included,
 * each time in a company of its own. Then the timer comes, and the person tries again.
 */
async function atEveryRequest(
  work: (company: KindCompany, requestId: string) => Promise<unknown>,
  check: (company: KindCompany, cut: string) => Promise<void>,
): Promise<number> {
  let cuts = 0;
  for (const how of ['before', 'after'] satisfies Break[]) {
    for (let request = 1, wasCut = true; wasCut; request += 1) {
      stopClock('2026-11-22T02:00:00.000Z');
      const company = await openKindCompany(new Date());
      const line = await openFaultyLine();
      try {
        const requestId = freshRequest();
        line.breakAt(request, how);
        await work(company, requestId).catch(() => null);
        wasCut = line.heal() >= request;
        if (wasCut) cuts += 1;
        if (request % 2 === 0) await company.sweep();
        await work(company, requestId);
        await company.sweep();
        await check(company, `${how} ${request}`);
      } finally {
        await line.close();
        await company.close();
      }
    }
  }
  return cuts;
}

const told = (company: KindCompany, personId: string, beginning: string) =>
  company.toldTo(personId).filter((title) => title.startsWith(beginning)).length;

it('a card with points is sent once, wherever the function was killed', async () => {
  let before = Number.POSITIVE_INFINITY;
  const cuts = await atEveryRequest(
    (company, requestId) => {
      before = Math.min(before, company.balanceOf(chen));
      company.stage.cloud.openApi.answerNext('security.msgSecCheck', { result: { suggest: 'pass', label: 100 } });
      const card = { valueId: 'v-craft', design: 'star', words: '谢谢你', pointsEach: 5 } as const;
      return company.ask('林晓', 'sendThanks', { ...card, toPersonIds: [chen], requestId });
    },
    async (company, cut) => {
      const sent = company.cards().filter(({ words }) => words === '谢谢你');
      const { items } = await company.tell('陈一诺', 'listMyThanks', { box: 'received' });
      const seen = items.filter(({ words }) => words === '谢谢你').length;
      const outcome = { cut, cards: sent.length, seen, told: told(company, chen, '林晓送了你') };
      expect(outcome).toEqual({ cut, cards: 1, seen: 1, told: 1 });
      expect({ cut, gained: company.balanceOf(chen) - before, pending: sent[0]?.pendingSince }).toEqual({
        ...{ cut, gained: 5, pending: null },
      });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(20);
});

it('a boost reaches the receiver and is counted once', async () => {
  const lin = personOf('林晓');
  let before = Number.POSITIVE_INFINITY;
  const cuts = await atEveryRequest(
    async (company, requestId) => {
      before = Math.min(before, company.balanceOf(lin));
      const card = company.cards().find(({ to, boosters }) => to.length === 1 && boosters.length === 2);
      return company.ask('王磊', 'boostThanks', { cardId: card?._id ?? '', pointsEach: 5, requestId });
    },
    async (company, cut) => {
      const card = company.cards().find(({ boosters }) => boosters.length === 3);
      const outcome = { cut, boosts: card?.boosters.length, points: card?.boostPointsEach };
      expect(outcome).toEqual({ cut, boosts: 3, points: 5 });
      expect({ cut, gained: company.balanceOf(lin) - before }).toEqual({ cut, gained: 5 });
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(14);
});
