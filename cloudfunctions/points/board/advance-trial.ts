import { dayOf, instant } from '../../../shared/kernel/day';
import { publishedRules } from '../../../shared/points/rules';
import { by, is } from '../../platform/db';
import { rolesOfPerson } from '../../platform/identity';
import { rulesOf } from '../read-rules';
import type { Account } from '../rules/account';
import type { RuleEvent } from '../rules/board/replay';
import { doneTrial, type StoredTrial, type TriedPerson, trialSpan, withTriedPerson } from '../rules/board/trial';
import { ruleIn } from '../rules/entry-view';
import { settingsOn } from '../rules/rule-table';
import { days, trials } from '../store';
import { entriesSince } from './entries-since';
import { heldBackOf } from './held-back-of';
import { walkAccounts } from './walk-accounts';

/**
 * Replays some more people. What was replayed and how far are written in one stroke that holds only from the place that
 * was read: of two at it at once, one counts. A trial that is done stays as it is.
 */
export async function advanceTrial(trial: StoredTrial, now: Date): Promise<StoredTrial> {
  if (trial.stage === 'done') return trial;
  const { found, isEnd } = await walkAccounts(trial.cursor, (account) => triedPerson(trial, account));
  const replayed = found.reduce((walk, { about }) => withTriedPerson(walk, about), trial);
  const next = isEnd ? await ended(replayed, now) : { ...replayed, movingSince: instant(now) };
  const { _id, lots, forecastWas, forecastWould, terms, ...rest } = next;
  const kept = await trials.changeOne(
    { _id, cursor: trial.cursor, stage: 'running' },
    {
      ...rest,
      lots: by.exactly(lots),
      forecastWas: by.exactly(forecastWas),
      forecastWould: by.exactly(forecastWould),
    },
  );
  return kept ?? (await trials.read(_id)) ?? trial;
}

async function triedPerson(trial: StoredTrial, { _id, lots }: Account): Promise<TriedPerson> {
  const { since, counted } = trialSpan(trial);
  const isForAll = trial.terms.audience === 'everyone';
  const [entries, held, roles] = await Promise.all([
    entriesSince(_id, counted),
    heldBackOf(_id, trial.rule),
    isForAll ? [] : rolesOfPerson(_id, instant(new Date(`${trial.until}T12:00:00.000+08:00`))),
  ]);
  const isPublished = publishedRules.includes(trial.rule);
  const issued = entries.flatMap(({ cause, at, booked, points }): RuleEvent[] => {
    if (ruleIn(cause)?.key !== trial.rule) return [];
    return [{ at, decidedAt: booked.slice(0, since.length), issued: points, published: isPublished ? points : null }];
  });
  const heldBack = held.map(({ at, published }): RuleEvent => ({ at, decidedAt: at, issued: 0, published }));
  return { personId: _id, lots, roles, events: [...issued, ...heldBack.filter(({ at }) => at >= counted)] };
}

async function ended(trial: StoredTrial, now: Date): Promise<StoredTrial> {
  const span = await days.list({
    where: { _id: is.between(trial.from, trial.until) },
    sortedBy: '_id',
    limit: 100,
  });
  return doneTrial(trial, span, settingsOn(await rulesOf(now), dayOf(now)).lotMonths);
}
