import { addDays, instant } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import type { HandedPaper } from '../../shared/onboarding/run';
import { is } from '../platform/db';
import { removeFiles } from '../platform/files';
import { changeRun } from './change-run';
import type { StoredPaper, StoredRun } from './documents';
import { closedByFact } from './rules/mark-activity';
import { isOver } from './rules/run-totals';
import { store } from './store';
import { requestOf } from './tell';

/** HR has put them into the personnel file by then; here they are removed. */
const keptDays = 90;
export const deletionDay = (startsOn: Day): Day => addDays(startsOn, keptDays);

/** A run has at most one paper of each kind. */
const mostPapers = 10;

/** Not one that was taken back. */
export const isThere = ({ isGone }: StoredPaper) => !isGone;

export const papersOf = async (runId: string) => {
  const papers = await store.papers.list({ where: { runId }, sortedBy: '_id', limit: mostPapers });
  return papers.filter(isThere);
};

export const paperView = ({ kind, handedAt, deleteOn, ending }: StoredPaper): HandedPaper => ({
  ...{ kind, handedAt, deleteOn, ending },
});

/**
 * The run says what the papers say: a paper that is there closes what asks for it, one that was taken back opens it
 * again and goes with its files. Safe to repeat; the sweep goes on where a call was killed.
 */
export async function settlePaper(paper: StoredPaper, run: StoredRun, now: Date): Promise<StoredRun> {
  const { _id, kind, isGone, fileId, staleFileIds, requestId } = paper;
  const at = instant(now);
  const fits = (activity: StoredRun['activities'][number]) => activity.paper === kind;
  const cause = requestOf(`paper.${_id}.${requestId}`);
  const after = isOver(run) ? run : await changeRun(run, cause, (one) => closedByFact(one, fits, !isGone, at), now);
  await removeFiles([...staleFileIds, ...(isGone && fileId !== null ? [fileId] : [])]);
  if (isGone) await store.papers.removeAll({ _id, requestId });
  else await store.papers.changeOne({ _id, requestId }, { pendingSince: null, staleFileIds: [] });
  return after;
}

/** Removes papers whose day has come, files first, so that no file is ever left without its document. */
export async function removeDuePapers(today: Day): Promise<number> {
  const due = await store.papers.list({ where: { deleteOn: is.between('', today) }, limit: 50 });
  for (const { _id, fileId, staleFileIds } of due) {
    await removeFiles([...staleFileIds, ...(fileId === null ? [] : [fileId])]);
    await store.papers.removeAll({ _id });
  }
  return due.length;
}
