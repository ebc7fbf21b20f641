import { isDeepStrictEqual } from 'node:util';
import { fewestShown } from '../../shared/exit/analysis';
import { addDays, dayOf, instant } from '../../shared/kernel/day';
import type { Day, Instant } from '../../shared/kernel/scalar';
import { is } from '../platform/db';
import { ask } from '../platform/outbox';
import { wholeCompany } from './documents';
import { currentReasons } from './read-reasons';
import { type CountedLeaving, countedBoard, type Headcounts, turnoverSpan } from './rules/count-leavings';
import { store } from './store';

const leavingsAtOnce = 500;
const countedFields = [
  'branchId',
  'departmentId',
  'departmentName',
  'position',
  'dateOfJoining',
  'relievingDate',
  'wordsKey',
  'reasonId',
  'managerReasonId',
] as const satisfies readonly (keyof CountedLeaving)[];

/** Says that leavings change: written before they do, so that no kill leaves the boards behind. One request. */
export function markBoardsStale(now: Date): Promise<void> {
  return store.runs.put({ _id: 'board', staleSince: instant(now), countedOn: dayOf(now) });
}

async function everyLeaving(): Promise<CountedLeaving[]> {
  const all: CountedLeaving[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.leavings.page({
      where: { _id: is.above('') },
      ...{ sortedBy: '_id', direction: 'asc', cursor, limit: leavingsAtOnce, fields: countedFields },
    });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** How many people there were on a day: those of now, less who came since, and those who left since. */
function headcountOn(
  day: Day,
  { present, joinedSince }: { present: number; joinedSince: number },
  all: CountedLeaving[],
) {
  const leftSince = all.filter(({ dateOfJoining, relievingDate }) => {
    return relievingDate !== null && relievingDate >= day && (dateOfJoining ?? '') < day;
  });
  return present - joinedSince + leftSince.length;
}

async function headcountsOf(all: CountedLeaving[], now: Date): Promise<Headcounts | null> {
  const { from, until } = turnoverSpan(dayOf(now));
  const after = addDays(until, 1);
  const [atBeginning, atEnd] = await Promise.all([
    ask('people', 'countHeadcount', { since: from }, now),
    ask('people', 'countHeadcount', { since: after }, now),
  ]);
  if (!atBeginning.ok || !atEnd.ok) return null;
  return { atBeginning: headcountOn(from, atBeginning.data, all), atEnd: headcountOn(after, atEnd.data, all) };
}

function frequentWords(all: readonly CountedLeaving[]): string[] {
  const counts = new Map<string, number>();
  for (const { wordsKey } of all) if (wordsKey) counts.set(wordsKey, (counts.get(wordsKey) ?? 0) + 1);
  return [...counts].flatMap(([key, count]) => (count >= fewestShown ? [key] : []));
}

/** Counts all leavings anew, for the whole company and for each branch. */
export async function recountBoards(now: Date): Promise<number> {
  const run = await store.runs.read('board');
  const [all, { groups }] = await Promise.all([everyLeaving(), currentReasons()]);
  const today = dayOf(now);
  const headcounts = await headcountsOf(all, now);
  const scopes = new Map<string, CountedLeaving[]>([[wholeCompany, all]]);
  for (const leaving of all) {
    const ofBranch = scopes.get(leaving.branchId) ?? [];
    ofBranch.push(leaving);
    scopes.set(leaving.branchId, ofBranch);
  }
  for (const [_id, leavings] of scopes) {
    const isWhole = _id === wholeCompany;
    const shown = countedBoard({ leavings, groups, today, headcounts: isWhole ? headcounts : null });
    const hasUnassigned = leavings.some(({ wordsKey, reasonId }) => wordsKey !== null && reasonId === null);
    const counted = { _id, shown, hasUnassigned, frequentWords: isWhole ? frequentWords(all) : [] };
    const earlier = await store.boards.read(_id);
    const isSame = earlier !== null && isDeepStrictEqual({ ...counted, countedAt: earlier.countedAt }, { ...earlier });
    if (!isSame) await store.boards.put({ ...counted, countedAt: instant(now) });
  }
  // Changed again meanwhile: the next minute counts once more.
  const settled = { staleSince: null, countedOn: today };
  if (run) await store.runs.changeOne({ _id: 'board', staleSince: run.staleSince }, settled);
  else await store.runs.insert({ _id: 'board', ...settled });
  return scopes.size;
}

/** What the minute does: only where something changed, or a new day began. */
export async function recountStale(quietSince: Instant, now: Date): Promise<number> {
  const run = await store.runs.read('board');
  if (!run) return 0;
  const isStale = run.staleSince !== null && run.staleSince <= quietSince;
  return isStale || run.countedOn !== dayOf(now) ? recountBoards(now) : 0;
}
