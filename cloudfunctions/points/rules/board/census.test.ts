import type { PointCause } from '../../../../shared/points/model';
import { type Account, openAccount } from '../account';
import { foundBy, isCensusTime, openCensus, untoldAlarms, weeksToCheapest, withAccount } from './census';

const holding = (personId: string, lots: Record<string, number>): Account => {
  const balance = Object.values(lots).reduce((sum, points) => sum + points, 0);
  return { ...openAccount(personId), balance, lots };
};
const came = (points: number, cause: PointCause, from = 'issue', pocket = 'spend') => ({ points, cause, from, pocket });
const news: PointCause = { kind: 'earned', rule: 'newsRead', version: 0, factId: 'f', about: null };
const thanks: PointCause = { kind: 'received', factId: 'f', fromPersonId: 'p-c', about: null };
const allowance: PointCause = { kind: 'allowance', month: '2026-11' };

const lin = holding('p-lin', { '2027-11-30': 30, '2027-10-31': 70 });
const chen = holding('p-chen', { '2027-11-30': 10 });
const idle = holding('p-idle', {});

const walked = [
  { account: lin, entries: [came(40, news), came(8, thanks, 'transit'), came(50, allowance, 'issue', 'give')] },
  { account: chen, entries: [came(20, news)] },
  { account: idle, entries: [] },
].reduce((census, { account, entries }) => withAccount(census, account, entries), openCensus('2026-11-22'));

describe('the walk over all accounts', () => {
  it('adds up what is held, by the month in which it expires', () => {
    expect(walked).toMatchObject({ persons: 3, held: 110, lots: { '2027-10': 70, '2027-11': 40 }, cursor: 'p-idle' });
  });

  it('counts what was earned a week by those who earned anything; what can only be given does not count', () => {
    expect(walked.weekly).toEqual({ '12': 1, '5': 1 });
  });

  it('keeps those who earned most under each rule, five at most', () => {
    expect(walked.earners.newsRead).toEqual([
      { personId: 'p-lin', points: 40 },
      { personId: 'p-chen', points: 20 },
    ]);
    expect(walked.earners.received).toEqual([{ personId: 'p-lin', points: 8 }]);
    const more = [1, 2, 3, 4, 99].reduce(
      (census, points) => withAccount(census, holding(`p-${points}`, {}), [came(points, news)]),
      walked,
    );
    expect(more.earners.newsRead?.map(({ points }) => points)).toEqual([99, 40, 20, 4, 3]);
  });

  it('tells at its end how far each gift is for the person in the middle, the cheapest first', () => {
    const gifts = [
      { _id: 'g-mug', name: '马克杯', costPoints: 120 },
      { _id: 'g-tea', name: '茶', costPoints: 11 },
    ];
    const found = foundBy(walked, gifts, new Map([['p-lin', '林晓']]));
    expect(found.medianWeeklyPoints).toBe(5);
    expect(found.gifts.map(({ giftId, weeks }) => [giftId, weeks])).toEqual([
      ['g-tea', 3],
      ['g-mug', 24],
    ]);
    expect(weeksToCheapest(found)).toBe(3);
    expect(found.topTenthPercent).toBe(91);
    expect(found.topEarners[0]?.people.map(({ name }) => name)).toEqual(['林晓', '已离开的同事']);
  });

  it('of nobody finds nothing', () => {
    const found = foundBy(openCensus('2026-11-22'), [{ _id: 'g', name: '茶', costPoints: 10 }], new Map());
    expect(found).toMatchObject({ persons: 0, medianWeeklyPoints: 0, topTenthPercent: 0 });
    expect(weeksToCheapest(found)).toBeNull();
  });
});

it('begins an hour after midnight in Shanghai', () => {
  expect(isCensusTime(new Date('2026-11-21T16:59:59.999Z'))).toBe(false);
  expect(isCensusTime(new Date('2026-11-21T17:00:00.000Z'))).toBe(true);
  expect(isCensusTime(new Date('2026-11-22T15:59:59.999Z'))).toBe(true);
});

it('tells HR of an alarm on the first night only', () => {
  expect(untoldAlarms(['heldHigh', 'giftsFar'], ['giftsFar'])).toEqual(['heldHigh']);
});
