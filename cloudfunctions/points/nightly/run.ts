import { addDays, dayOf } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import type { Account } from '../rules/account';
import { type PointRun, type RunKind, runKinds } from '../rules/point-run';
import { accounts, pointRuns } from '../store';

/** Does a page of accounts; may come twice for the same page. Null when it has to come again. */
export type Visit = (page: readonly Account[], day: Day, now: Date) => Promise<Record<string, number> | null>;

const accountsAtOnce = 100;
/** Pages of one kind in one minute: a timer's function lives 20 s. */
const pagesAtOnce = 5;
/** A run that did not end is given up when the night after the next one begins: that night does its work. */
const keptDays = 1;

/** Opens the night of this day if nobody did, and walks on in what is open. */
export async function walkNight(visits: Readonly<Record<RunKind, Visit>>, now: Date): Promise<Record<string, number>> {
  const today = dayOf(now);
  const since = addDays(today, -keptDays);
  const known = await pointRuns.list({ where: { day: is.atLeast(since) }, sortedBy: 'day', limit: 10 });
  const open: PointRun[] = known.filter(({ done }) => !done);
  for (const kind of runKinds) {
    if (known.some((run) => run.day === today && run.kind === kind)) continue;
    const run: PointRun = {
      _id: `${today}.${kind}`,
      day: today,
      kind,
      cursor: '',
      accounts: 0,
      done: false,
      counts: {},
    };
    if (await pointRuns.insert(run)) open.push(run);
  }
  let walked = 0;
  for (const run of open) walked += await walkOn(run, visits[run.kind], now);
  return { walked };
}

async function walkOn(begun: PointRun, visit: Visit, now: Date): Promise<number> {
  let run: PointRun | null = begun;
  for (let pages = 0; pages < pagesAtOnce && run && !run.done; pages += 1) {
    const where = { _id: is.above(run.cursor) };
    const page = await accounts.list({ where, sortedBy: '_id', limit: accountsAtOnce });
    const counts = await visit(page, run.day, now);
    if (!counts) break;
    run = await pointRuns.changeOne(
      { _id: run._id, cursor: run.cursor, done: false },
      {
        cursor: page.at(-1)?._id ?? run.cursor,
        accounts: by.adding(page.length),
        done: page.length < accountsAtOnce,
        ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [`counts.${name}`, by.adding(count)])),
      },
    );
  }
  return run ? run.accounts - begun.accounts : 0;
}
