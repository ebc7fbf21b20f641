import { type Finding, findingIdOf, findingsOf, type PersonsWeeks, selfDealing } from './findings';

const quiet: PersonsWeeks = { personId: 'p-b', earned: [], heldBack: [], thanks: [] };
const kindsOf = (weeks: Partial<PersonsWeeks>) => findingsOf({ ...quiet, ...weeks }).map(({ kind }) => kind);
const times = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);

it('finds nothing about somebody who goes on as everybody does', () => {
  expect(kindsOf({})).toEqual([]);
});

describe('bursts around midnight in Shanghai', () => {
  const night = (day: string, minutes: number) => {
    const at = new Date(Date.parse(`${day}T00:00:00.000+08:00`) + minutes * 60_000).toISOString();
    return { rule: 'newsRead' as const, at };
  };
  const nights = (count: number, each: number, minutes = 1) =>
    Array.from({ length: count }, (_, index) => times(each, night(`2026-11-${10 + index}`, minutes))).flat();

  it('are three nights with three earnings each, and not one fewer', () => {
    expect(kindsOf({ earned: nights(3, 3) })).toEqual(['midnightBurst']);
    expect(kindsOf({ earned: nights(2, 3) })).toEqual([]);
    expect(kindsOf({ earned: nights(3, 2) })).toEqual([]);
  });

  it('count what comes up to ten minutes before midnight to the same night', () => {
    const split = [10, 11, 12].flatMap((date) => [-10, -1, 9].map((minutes) => night(`2026-11-${date}`, minutes)));
    expect(kindsOf({ earned: split })).toEqual(['midnightBurst']);
    expect(kindsOf({ earned: nights(3, 3, 10) })).toEqual([]);
    expect(kindsOf({ earned: nights(3, 3, -11) })).toEqual([]);
  });
});

describe('a cap that is always hit', () => {
  const held = { rule: 'newsRead' as const, at: '2026-11-10T04:00:00.000Z' };

  it('is one rule held back ten times', () => {
    expect(findingsOf({ ...quiet, heldBack: times(10, held) })).toEqual([
      { kind: 'capAlwaysHit', personId: 'p-b', otherPersonId: null, rule: 'newsRead', times: 10 },
    ]);
    expect(kindsOf({ heldBack: times(9, held) })).toEqual([]);
    expect(kindsOf({ heldBack: [...times(9, held), { ...held, rule: 'quizPassed' as const }] })).toEqual([]);
  });
});

describe('two who thank each other', () => {
  const thanks = (direction: 'sent' | 'received', other: string, count: number) =>
    times(count, { with: other, direction, at: '2026-11-10T04:00:00.000Z' });

  it('are found when it goes both ways three times and is most of what one sends', () => {
    expect(kindsOf({ thanks: [...thanks('sent', 'p-c', 3), ...thanks('received', 'p-c', 3)] })).toEqual([
      'pairThanking',
    ]);
    expect(kindsOf({ thanks: [...thanks('sent', 'p-c', 3), ...thanks('received', 'p-c', 2)] })).toEqual([]);
    expect(kindsOf({ thanks: [...thanks('sent', 'p-c', 2), ...thanks('received', 'p-c', 3)] })).toEqual([]);
  });

  it('are nothing special when others are thanked as much', () => {
    const both = [...thanks('sent', 'p-c', 3), ...thanks('received', 'p-c', 3)];
    expect(kindsOf({ thanks: [...both, ...thanks('sent', 'p-d', 2)] })).toEqual(['pairThanking']);
    expect(kindsOf({ thanks: [...both, ...thanks('sent', 'p-d', 3)] })).toEqual([]);
  });

  it('are told once, with the one whose id comes first', () => {
    const both = (other: string) => [...thanks('sent', other, 3), ...thanks('received', other, 3)];
    expect(kindsOf({ thanks: both('p-a') })).toEqual([]);
    expect(findingsOf({ ...quiet, thanks: both('p-c') })[0]).toMatchObject({ otherPersonId: 'p-c', times: 6 });
  });
});

it('lists whoever hands a gift out to themselves at the first time', () => {
  expect(selfDealing('p-hr')).toMatchObject({ kind: 'selfDealing', personId: 'p-hr', times: 1 });
});

it('names a finding after month, kind, person, and pair or rule', () => {
  const finding: Finding = { kind: 'pairThanking', personId: 'p-a', otherPersonId: 'p-b', rule: null, times: 6 };
  expect(findingIdOf(finding, '2026-11')).toBe('2026-11.pairThanking.p-a.p-b');
  expect(findingIdOf({ ...finding, kind: 'selfDealing', otherPersonId: null }, '2026-11')).toBe(
    '2026-11.selfDealing.p-a',
  );
});
