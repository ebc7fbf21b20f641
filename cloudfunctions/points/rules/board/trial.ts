import { addDays, dayOf, instant, minutesAfter } from '../../../../shared/kernel/day';
import type { Role } from '../../../../shared/kernel/role';
import type { Day, Instant } from '../../../../shared/kernel/scalar';
import type { ForecastMonth, RuleTrial } from '../../../../shared/points/board';
import type { PointRule, RuleKey, RuleTerms } from '../../../../shared/points/rules';
import type { Lots } from '../lots';
import { forecastHeld } from './forecast';
import { paceOf, shareSpent } from './pace';
import { asItWas, type RuleEvent, replayRule } from './replay';
import type { StoredDay } from './stored-day';

/** Days whose events a trial replays. */
const trialDays = 90;
export const forecastMonths = 6;
/** Those with the greatest difference, each way. */
const differencesKept = 10;
const keptMinutes = 30 * 1440;

/** 试算 as stored: what has been replayed so far, and up to which account. */
export interface StoredTrial {
  /** The request that asked for it. */
  _id: string;
  askedBy: string;
  rule: RuleKey;
  terms: RuleTerms;
  stage: 'running' | 'done';
  from: Day;
  until: Day;
  cursor: string;
  persons: number;
  was: number;
  would: number;
  heldBackWas: number;
  heldBackWould: number;
  /** Whom it would change most, without names. */
  differences: { personId: string; was: number; would: number }[];
  /** What is held, by the month in whose course it expires. */
  lots: Readonly<Record<string, number>>;
  forecastWas: ForecastMonth[] | null;
  forecastWould: ForecastMonth[] | null;
  /** Since when nobody went on with it; null when it is done. */
  movingSince: Instant | null;
  purgeAt: Instant;
}

/** What HR asks for. */
export interface TrialQuestion {
  requestId: string;
  askedBy: string;
  rule: RuleKey;
  terms: RuleTerms;
}

export function openTrial({ requestId, askedBy, rule, terms }: TrialQuestion, now: Date): StoredTrial {
  const until = dayOf(now);
  return {
    _id: requestId,
    askedBy,
    rule,
    terms,
    stage: 'running',
    from: addDays(until, 1 - trialDays),
    until,
    cursor: '',
    persons: 0,
    was: 0,
    would: 0,
    heldBackWas: 0,
    heldBackWould: 0,
    differences: [],
    lots: {},
    forecastWas: null,
    forecastWould: null,
    movingSince: instant(now),
    purgeAt: minutesAfter(now, keptMinutes),
  };
}

/** Whether a request asks for what this trial answers. */
export function isSameQuestion(trial: StoredTrial, { askedBy, rule, terms }: TrialQuestion): boolean {
  return trial.askedBy === askedBy && trial.rule === rule && JSON.stringify(trial.terms) === JSON.stringify(terms);
}

/** The first moment that is told, and the first that fills counters: the month before, and the longest cool-down. */
export function trialSpan({ from }: Pick<StoredTrial, 'from'>): { since: Instant; counted: Instant } {
  const beginning = (day: Day) => instant(new Date(`${day}T00:00:00.000+08:00`));
  return { since: beginning(from), counted: beginning(`${addDays(from, -31).slice(0, 7)}-01`) };
}

/** One person as a trial needs them. */
export interface TriedPerson {
  personId: string;
  lots: Lots;
  roles: readonly Role[];
  /** What happened to them under the rule. */
  events: readonly RuleEvent[];
}

/** The trial with one more person replayed. */
export function withTriedPerson(trial: StoredTrial, { personId, lots, roles, events }: TriedPerson): StoredTrial {
  const { since } = trialSpan(trial);
  const proposed: PointRule = {
    ...trial.terms,
    ...{ key: trial.rule, version: 0, effectiveOn: trial.from, changedBy: null, changedAt: null, reason: null },
  };
  const was = asItWas(events, since);
  const would = replayRule(events, { since, roles, ruleFor: () => proposed });
  const held = { ...trial.lots };
  for (const [day, points] of Object.entries(lots)) held[day.slice(0, 7)] = (held[day.slice(0, 7)] ?? 0) + points;
  const difference = { personId, was: was.issued, would: would.issued };
  return {
    ...trial,
    cursor: personId,
    persons: trial.persons + 1,
    was: trial.was + was.issued,
    would: trial.would + would.issued,
    heldBackWas: trial.heldBackWas + was.heldBack,
    heldBackWould: trial.heldBackWould + would.heldBack,
    differences: mostDifferent([...trial.differences, difference]),
    lots: held,
  };
}

function mostDifferent(differences: StoredTrial['differences']): StoredTrial['differences'] {
  const changed = differences.filter(({ was, would }) => was !== would);
  const by = (one: { was: number; would: number }) => one.would - one.was;
  const sorted = [...changed].sort((one, other) => by(other) - by(one));
  const more = sorted.filter((one) => by(one) > 0).slice(0, differencesKept);
  return [...more, ...sorted.filter((one) => by(one) < 0).slice(-differencesKept)];
}

/**
 * The trial at its end: the forecast goes on from what is held now, with what these days issued and the part of what
 * was held that they brought back. `days` are the roll-ups of the same days.
 */
export function doneTrial(trial: StoredTrial, days: readonly StoredDay[], lotMonths: number): StoredTrial {
  const pace = paceOf(days);
  const basis = { month: trial.until.slice(0, 7), lots: trial.lots, spentShare: shareSpent(pace), lotMonths };
  const more = ((trial.would - trial.was) / Math.max(1, days.length)) * 30;
  const wouldPerMonth = Math.max(0, pace.issuedPerMonth + more);
  return {
    ...trial,
    stage: 'done',
    movingSince: null,
    forecastWas: forecastHeld({ ...basis, issuedPerMonth: pace.issuedPerMonth }, forecastMonths),
    forecastWould: forecastHeld({ ...basis, issuedPerMonth: wouldPerMonth }, forecastMonths),
  };
}

/** A trial as HR sees it. */
export function trialView(trial: StoredTrial, names: ReadonlyMap<string, string>): RuleTrial {
  const { askedBy, terms, cursor, lots, movingSince, purgeAt, differences, ...told } = trial;
  const named = differences.map((one) => ({ ...one, name: names.get(one.personId) ?? '已离开的同事' }));
  return { ...told, differences: named };
}
