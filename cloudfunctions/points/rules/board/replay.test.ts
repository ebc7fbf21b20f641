import fc from 'fast-check';
import { dayOf } from '../../../../shared/kernel/day';
import type { PointRule } from '../../../../shared/points/rules';
import { defaultRule } from '../rule-table';
import { asItWas, type RuleEvent, replayRule } from './replay';

const unlimited: PointRule = {
  ...defaultRule('newsRead'),
  points: 2,
  dailyTimes: null,
  monthlyPoints: null,
  coolDownMinutes: 0,
};
const event = (at: string): RuleEvent => ({ at, decidedAt: at, issued: 0, published: null });
const since = '2026-01-01T00:00:00.000Z';
const replayed = (change: Partial<PointRule>, moments: readonly string[], from = since) =>
  replayRule(moments.map(event), { since: from, roles: ['employee'], ruleFor: () => ({ ...unlimited, ...change }) });

const noon = '2026-11-21T04:00:00.000Z';

describe('a replay', () => {
  it('counts every event when nothing limits it', () => {
    expect(replayed({}, [noon, noon, noon])).toEqual({ issued: 6, heldBack: 0 });
  });

  it('counts what each event was published with, whatever the rule would say, and nothing once it has ended', () => {
    const quiz = (published: number) => ({ ...event(noon), published });
    const tried = (change: Partial<PointRule>, events: RuleEvent[]) =>
      replayRule(events, { since, roles: ['employee'], ruleFor: () => ({ ...unlimited, ...change }) });
    expect(tried({ points: 50 }, [quiz(5), quiz(20)])).toEqual({ issued: 25, heldBack: 0 });
    expect(tried({ monthlyPoints: 24 }, [quiz(5), quiz(20)])).toEqual({ issued: 5, heldBack: 1 });
    expect(tried({ points: 0 }, [quiz(20)])).toEqual({ issued: 0, heldBack: 0 });
  });

  it('gives nothing for a rule that has ended, or to somebody whom it is not for', () => {
    expect(replayed({ points: 0 }, [noon])).toEqual({ issued: 0, heldBack: 0 });
    expect(replayed({ audience: ['manager'] }, [noon])).toEqual({ issued: 0, heldBack: 0 });
    expect(replayed({ audience: ['manager', 'employee'] }, [noon])).toEqual({ issued: 2, heldBack: 0 });
  });

  it('stops at the daily times, and begins again at midnight in Shanghai', () => {
    const day = ['2026-11-20T16:00:00.000Z', '2026-11-21T01:00:00.000Z', '2026-11-21T15:59:59.999Z'];
    expect(replayed({ dailyTimes: 2 }, day)).toEqual({ issued: 4, heldBack: 1 });
    expect(replayed({ dailyTimes: 3 }, day)).toEqual({ issued: 6, heldBack: 0 });
    expect(replayed({ dailyTimes: 2 }, [...day, '2026-11-21T16:00:00.000Z'])).toEqual({ issued: 6, heldBack: 1 });
  });

  it('stops before the monthly points are exceeded, and begins again with the month', () => {
    const month = ['2026-11-28T04:00:00.000Z', '2026-11-29T04:00:00.000Z', '2026-11-30T15:59:59.999Z'];
    expect(replayed({ monthlyPoints: 6 }, month)).toEqual({ issued: 6, heldBack: 0 });
    expect(replayed({ monthlyPoints: 5 }, month)).toEqual({ issued: 4, heldBack: 1 });
    expect(replayed({ monthlyPoints: 4 }, [...month, '2026-11-30T16:00:00.000Z']).issued).toBe(6);
  });

  it('waits for the cool-down, exactly, counted from what was given', () => {
    const pair = (second: string) => replayed({ coolDownMinutes: 10 }, [noon, second]).heldBack;
    expect(pair('2026-11-21T04:09:59.999Z')).toBe(1);
    expect(pair('2026-11-21T04:10:00.000Z')).toBe(0);
    const three = [noon, '2026-11-21T04:09:00.000Z', '2026-11-21T04:10:00.000Z'];
    expect(replayed({ coolDownMinutes: 10 }, three)).toEqual({ issued: 4, heldBack: 1 });
  });

  it('fills the counters with what came before, and does not tell it', () => {
    const month = ['2026-11-01T04:00:00.000Z', '2026-11-02T04:00:00.000Z', '2026-11-03T04:00:00.000Z'];
    expect(replayed({ monthlyPoints: 4 }, month, '2026-11-03T04:00:00.000Z')).toEqual({ issued: 0, heldBack: 1 });
    expect(replayed({ monthlyPoints: 6 }, month, '2026-11-03T04:00:00.000Z')).toEqual({ issued: 2, heldBack: 0 });
  });
});

/** The same decision told in another way: look back at everything that was given so far. */
function decideOneByOne(moments: readonly number[], rule: PointRule): RuleEvent[] {
  const decided: RuleEvent[] = [];
  for (const millis of moments) {
    const at = new Date(millis).toISOString();
    const given = decided.filter(({ issued }) => issued > 0);
    const today = given.filter((earlier) => dayOf(earlier.at) === dayOf(at)).length;
    const month = given.filter((earlier) => dayOf(earlier.at).slice(0, 7) === dayOf(at).slice(0, 7));
    const inMonth = month.reduce((sum, { issued }) => sum + issued, 0);
    const latest = given.at(-1);
    const isCool = latest === undefined || millis - Date.parse(latest.at) >= rule.coolDownMinutes * 60_000;
    const fits = today < (rule.dailyTimes ?? 99) && inMonth + rule.points <= (rule.monthlyPoints ?? 99_999) && isCool;
    decided.push({ at, decidedAt: at, issued: fits ? rule.points : 0, published: null });
  }
  return decided;
}

it('of the rules as they were gives what was issued', () => {
  const first = Date.parse('2026-08-25T00:00:00.000Z');
  const terms = fc.record({
    points: fc.integer({ min: 1, max: 9 }),
    dailyTimes: fc.option(fc.integer({ min: 1, max: 4 })),
    monthlyPoints: fc.option(fc.integer({ min: 1, max: 60 })),
    coolDownMinutes: fc.constantFrom(0, 30, 600, 3000),
  });
  const gaps = fc.array(fc.integer({ min: 0, max: 30 * 3_600_000 }), { maxLength: 80 });
  fc.assert(
    fc.property(terms, gaps, (said, between) => {
      const rule = { ...unlimited, ...said };
      let clock = first;
      const moments = between.map((gap) => {
        clock += gap;
        return clock;
      });
      const was = decideOneByOne(moments, rule);
      const again = replayRule(was, { since, roles: ['employee'], ruleFor: () => rule });
      expect(again).toEqual(asItWas(was, since));
    }),
  );
});
