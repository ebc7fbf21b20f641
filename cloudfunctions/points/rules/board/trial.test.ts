import type { RuleTerms } from '../../../../shared/points/rules';
import { noTotals } from './day-totals';
import type { RuleEvent } from './replay';
import { openDay } from './stored-day';
import {
  doneTrial,
  isSameQuestion,
  openTrial,
  type StoredTrial,
  type TriedPerson,
  trialSpan,
  trialView,
  withTriedPerson,
} from './trial';

const terms: RuleTerms = {
  title: '阅读公司新闻',
  points: 3,
  dailyTimes: null,
  monthlyPoints: null,
  coolDownMinutes: 0,
  audience: 'everyone',
};
const question = { requestId: 'request-of-a-trial', askedBy: 'p-hr', rule: 'newsRead', terms } as const;
const opened = openTrial(question, new Date('2026-11-22T04:00:00.000Z'));
const event = (at: string, issued: number): RuleEvent => ({ at, decidedAt: at, issued, published: null });
const person = (personId: string, events: RuleEvent[]): TriedPerson => ({
  personId,
  lots: { '2027-11-30': 10 },
  roles: ['employee'],
  events,
});
const tried = (...people: TriedPerson[]) => people.reduce<StoredTrial>(withTriedPerson, opened);

describe('a trial', () => {
  it('looks at 90 days, today included, and counts from the month before', () => {
    expect(opened).toMatchObject({ from: '2026-08-25', until: '2026-11-22', stage: 'running' });
    expect(trialSpan(opened)).toEqual({ since: '2026-08-24T16:00:00.000Z', counted: '2026-06-30T16:00:00.000Z' });
  });

  it('adds up what was issued and what would have been, with what a limit held back', () => {
    const lin = person('p-lin', [event('2026-11-01T04:00:00.000Z', 2), event('2026-11-02T04:00:00.000Z', 0)]);
    const trial = tried(lin, person('p-chen', []));
    expect(trial).toMatchObject({ persons: 2, was: 2, would: 6, heldBackWas: 1, heldBackWould: 0, cursor: 'p-chen' });
    expect(trial.lots).toEqual({ '2027-11': 20 });
  });

  it('leaves out what happened before its days', () => {
    expect(tried(person('p-lin', [event('2026-08-24T15:59:59.999Z', 2)]))).toMatchObject({ was: 0, would: 0 });
    expect(tried(person('p-lin', [event('2026-08-24T16:00:00.000Z', 2)]))).toMatchObject({ was: 2, would: 3 });
  });

  it('keeps the ten who would have most more and the ten who would have most less', () => {
    const more = Array.from({ length: 12 }, (_, index) =>
      person(
        `p-more-${index}`,
        Array.from({ length: index + 1 }, () => event('2026-11-01T04:00:00.000Z', 2)),
      ),
    );
    const less = Array.from({ length: 12 }, (_, index) =>
      person(`p-less-${index}`, [event('2026-11-01T04:00:00.000Z', 5 + index)]),
    );
    const { differences } = tried(...more, ...less, person('p-same', [event('2026-11-01T04:00:00.000Z', 3)]));
    const by = differences.map(({ was, would }) => would - was);
    expect(by).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13]);
  });

  it('knows the repeat of its question from another one under the same request', () => {
    expect(isSameQuestion(opened, question)).toBe(true);
    expect(isSameQuestion(opened, { ...question, askedBy: 'p-other' })).toBe(false);
    expect(isSameQuestion(opened, { ...question, terms: { ...terms, points: 4 } })).toBe(false);
  });
});

describe('the forecast of a trial', () => {
  const day = (issued: number, redeemed: number) => ({
    ...openDay('2026-11-20', 100),
    ...noTotals,
    issued: { newsRead: issued },
    redeemed,
  });
  const [was, would] = (() => {
    const trial = { ...opened, lots: { '2027-11': 200 }, was: 20, would: 40 };
    const { forecastWas, forecastWould } = doneTrial(trial, [day(10, 10), day(10, 10)], 12);
    return [forecastWas, forecastWould];
  })();

  it('goes on with what these days issued and brought back', () => {
    expect(was).toHaveLength(6);
    expect(was?.[0]).toMatchObject({ month: '2026-12', issued: 300 });
    expect(would?.[0]).toMatchObject({ issued: 600 });
  });

  it('spends at most what is there', () => {
    for (const { held } of [...(was ?? []), ...(would ?? [])]) expect(held).toBeGreaterThanOrEqual(0);
  });

  it('of a company without days stands still', () => {
    const { forecastWas } = doneTrial({ ...opened, lots: { '2027-11': 200 } }, [], 12);
    expect(forecastWas?.map(({ held }) => held)).toEqual([200, 200, 200, 200, 200, 200]);
  });
});

it('names people only when it is shown, and not those who have left', () => {
  const trial = tried(person('p-lin', [event('2026-11-01T04:00:00.000Z', 2)]));
  expect(trialView(trial, new Map([['p-lin', '林晓']])).differences[0]?.name).toBe('林晓');
  expect(trialView(trial, new Map()).differences[0]?.name).toBe('已离开的同事');
  expect(trialView(trial, new Map())).not.toHaveProperty('askedBy');
});
