import { addDays, dayOf } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import type { StoredEntry } from '../books/ledger-chain';
import { alarmsOf } from '../rules/board/alarms';
import {
  censusSince,
  foundBy,
  isCensusTime,
  openCensus,
  peopleIn,
  type StoredCensus,
  untoldAlarms,
  weeksToCheapest,
  withAccount,
} from '../rules/board/census';
import { recoveryPercent } from '../rules/board/day-totals';
import { findingsOf } from '../rules/board/findings';
import { personsWeeks } from '../rules/board/persons-weeks';
import { storedFinding } from '../rules/board/stored-finding';
import type { HeldBack } from '../rules/held-back';
import { censuses, days, findings, gifts } from '../store';
import { entriesSince } from './entries-since';
import { heldBackOf } from './held-back-of';
import { namesOf } from './names-of';
import { readThresholds } from './read-thresholds';
import { walkAccounts } from './walk-accounts';

/** Pieces of the walk within one minute. */
const pieces = 3;
const mostGifts = 100;
/** A census names people: it is kept no longer than the replay of rules looks back. */
const keptDays = 100;

/** 普查: walks over all accounts once a night, a piece at a time; each piece counts once, however often it runs. */
export async function takeCensus(now: Date): Promise<{ censused: number }> {
  const today = dayOf(now);
  let census = await latestCensus();
  if (census?._id !== today && (census === null || census.stage === 'done') && (census === null || isCensusTime(now))) {
    await censuses.insert(openCensus(today));
    census = await censuses.read(today);
  }
  let counted = 0;
  for (let piece = 0; piece < pieces && census?.stage === 'running'; piece += 1) {
    const next: StoredCensus = await nextPiece(census, now);
    counted += next.persons - census.persons;
    census = next;
  }
  return { censused: counted };
}

async function latestCensus(): Promise<StoredCensus | null> {
  const [latest] = await censuses.list({ where: { _id: is.above('') }, sortedBy: '_id', direction: 'desc', limit: 1 });
  return latest ?? null;
}

async function nextPiece(census: StoredCensus, now: Date): Promise<StoredCensus> {
  const since = censusSince(census._id);
  const { found, isEnd } = await walkAccounts(census.cursor, async ({ _id }) => {
    const [entries, held] = await Promise.all([entriesSince(_id, since), heldBackOf(_id)]);
    return { entries, held: held.filter(({ at }) => at >= since) };
  });
  await keepFindings(
    found.map(({ account, about }) => ({ personId: account._id, ...about })),
    census._id,
    now,
  );
  const counted = found.reduce((walk, { account, about }) => withAccount(walk, account, about.entries), census);
  const next = isEnd ? await ended(counted) : counted;
  const { _id, balances, weekly, lots, earners, found: told, ...rest } = next;
  const objects = { balances, weekly, lots, earners, found: told };
  const kept = await censuses.changeOne(
    { _id, cursor: census.cursor, stage: 'running' },
    { ...rest, ...Object.fromEntries(Object.entries(objects).map(([name, value]) => [name, by.exactly(value)])) },
  );
  return kept ?? { ...census, stage: 'done' };
}

interface Looked {
  personId: string;
  entries: readonly StoredEntry[];
  held: readonly HeldBack[];
}

/** A finding that is listed already is not listed again; what HR wrote beside it stays. */
async function keepFindings(looked: readonly Looked[], foundOn: string, now: Date): Promise<void> {
  const all = looked.flatMap((one) => findingsOf(personsWeeks(one.personId, one.entries, one.held)));
  for (const finding of all) await findings.insert(storedFinding(finding, foundOn, now));
}

async function ended(census: StoredCensus): Promise<StoredCensus> {
  const [shelf, names, thresholds, before, lastDays] = await Promise.all([
    gifts.list({ where: { onSale: true }, sortedBy: 'sort', limit: mostGifts }),
    namesOf(peopleIn(census)),
    readThresholds(),
    censuses.read(addDays(census._id, -1)),
    days.list({ where: { _id: is.above(addDays(census._id, -30)) }, sortedBy: '_id', limit: 31 }),
  ]);
  const found = foundBy(census, shelf, names);
  const figures = {
    recoveryPercent: recoveryPercent(lastDays),
    topTenthPercent: found.topTenthPercent,
    held: found.held,
    weeksToCheapest: weeksToCheapest(found),
  };
  const alarms = alarmsOf(figures, thresholds);
  return { ...census, stage: 'done', found, alarms, untold: untoldAlarms(alarms, before?.alarms ?? []) };
}

/** Lets go of what was kept long enough. */
export async function dropOldCensuses(now: Date): Promise<void> {
  await censuses.removeAll({ _id: is.below(addDays(dayOf(now), -keptDays)) });
}
