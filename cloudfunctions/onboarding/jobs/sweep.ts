import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { writeRun } from '../change-run';
import { finishRun } from '../finish-run';
import { presentNames } from '../joiner';
import { settlePaper } from '../papers';
import { awoken } from '../rules/wake-run';
import { store } from '../store';
import { requestOf } from '../tell';

const atOnce = 50;

/** Runs whose news did not arrive. */
export async function finishRuns(quietSince: string, now: Date): Promise<number> {
  const runs = await store.runs.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(runs, (run) => finishRun(run, now));
  return runs.length;
}

/** Papers of which the run has not heard. */
export async function finishPapers(quietSince: string, now: Date): Promise<number> {
  const papers = await store.papers.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(papers, async (paper) => {
    const run = await store.runs.read(paper.runId);
    if (run) await settlePaper(paper, run, now);
  });
  return papers.length;
}

/** Runs whose moment has come: a day that begins, a reminder, the thirty-day check. */
export async function wakeRuns(now: Date): Promise<number> {
  const runs = await store.runs.list({ where: { wakeAt: is.between('', instant(now)) }, limit: atOnce });
  const around = runs.flatMap(({ buddy, manager, startedBy }) => [buddy, manager, startedBy]);
  const present = await presentNames([...new Set(around.map(({ personId }) => personId))], now);
  if (present === null) return 0;
  await oneByOne(runs, async (run) => {
    const cause = requestOf(`wake.${run._id}.${run.wakeAt ?? ''}`);
    const written = await writeRun(run, awoken(run, instant(now), present), cause, now);
    if (written) await finishRun(written, now);
  });
  return runs.length;
}
