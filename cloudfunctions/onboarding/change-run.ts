import { instant } from '../../shared/kernel/day';
import { reaches } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import type { Caller } from '../platform/caller';
import { by } from '../platform/db';
import type { StoredRun } from './documents';
import { finishRun } from './finish-run';
import { isOver, withTotals } from './rules/run-totals';
import { store } from './store';

const requestsKept = 20;
/** Two people change one run at the same moment now and then; five times in a row nobody does. */
const attempts = 5;

/** A run within reach of HR. Nobody is HR of their own coming. */
export async function runInReach(runId: string, { reach, person }: Caller): Promise<StoredRun> {
  const run = await store.runs.read(runId);
  const isMine = run !== null && run.personId === person?.personId;
  return run && !isMine && reaches(reach, run.branchId) ? run : refuse('run_not_found');
}

const newestFirst = { sortedBy: 'sort', direction: 'desc' } as const;

/** The newest run of a person; null where there is none. One request. */
export async function newestRunOf(personId: string): Promise<StoredRun | null> {
  const [run] = await store.runs.list({ where: { personId }, ...newestFirst, limit: 1 });
  return run ?? null;
}

/**
 * The newest run of a person with what was handed in for it, the one before it, and 认识我, which goes with a run. One
 * request: this is what somebody who comes opens every day.
 */
export async function wholeComingOf(personId: string) {
  const found = await store.runs.listWith(
    { where: { personId }, ...newestFirst, limit: 2 },
    {
      papers: { of: store.papers, mine: '_id', theirs: 'runId' },
      cards: { of: store.cards, mine: 'personId', theirs: '_id' },
    },
  );
  const [run = null, earlier = null] = found;
  return { run, earlier, papers: run?.papers ?? [], card: run?.cards[0] ?? null };
}

/**
 * Writes what a change makes of a run, once, with everything that follows from it; what others have to hear is written
 * in the same stroke and sent at once. A repeat changes nothing. `change` is asked again when somebody was faster.
 */
export async function changeRun(
  first: StoredRun,
  requestId: string,
  change: (run: StoredRun) => StoredRun,
  now: Date,
): Promise<StoredRun> {
  let run: StoredRun | null = first;
  for (let attempt = 0; attempt < attempts && run; attempt += 1) {
    if (run.requestIds.includes(requestId)) {
      if (run.pendingSince !== null) await finishRun(run, now);
      return run;
    }
    if (isOver(run)) return refuse('run_over');
    const written = await writeRun(run, change(run), requestId, now);
    if (written) {
      await finishRun(written, now);
      return written;
    }
    run = await store.runs.read(first._id);
  }
  return refuse('wait_and_repeat');
}

/** One conditional update; null when somebody was faster. */
export async function writeRun(before: StoredRun, after: StoredRun, requestId: string, now: Date) {
  const at = instant(now);
  const { _id, version, requestIds: _, listsOf, ...totals } = withTotals(after, at);
  const concerned = [...before.openOwnerIds, ...totals.openOwnerIds];
  return store.runs.changeOne(
    { _id, version: before.version },
    {
      ...exactly(totals),
      version: version + 1,
      listsOf: [...new Set([...listsOf, ...concerned])],
      pendingSince: at,
      requestIds: by.appending([requestId], requestsKept),
    },
  );
}

/** Objects are replaced whole: an update would otherwise merge them into what is there. */
function exactly(fields: object): Record<string, unknown> {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isObject(value) ? by.exactly(value) : value]),
  );
}
