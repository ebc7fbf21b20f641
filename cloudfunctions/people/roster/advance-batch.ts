import { addDays, dayOf, instant } from '../../../shared/kernel/day';
import type { Change } from '../../platform/db';
import { removeFiles } from '../../platform/files';
import type { RosterBatchDocument, RosterPhase } from '../documents';
import { withLease } from './batch-lease';
import { clearDepartments } from './clear-departments';
import { forgetDecisions } from './decision-memory';
import { linkPiece } from './link-piece';
import { readPiece } from './read-piece';
import { recount } from './recount';
import { refreshPiece } from './refresh-piece';
import { restorePiece } from './restore-piece';
import { writePiece } from './write-piece';

/** For how long a batch can be undone, and its rows are kept. */
export const keptDays = 90;

export const applyingPhases = ['writing', 'linking', 'refreshing'] as const satisfies RosterPhase[];
export const undoingPhases = ['writing', 'refreshing', 'clearingDepartments'] as const satisfies RosterPhase[];

/** The moment 90 days later, until which undoing is possible. */
export const keptUntil = (now: Date) => `${addDays(dayOf(now), keptDays)}T23:59:59.999Z`;

async function appliedNow(batch: RosterBatchDocument, now: Date): Promise<Change> {
  // The file is not needed any more and holds columns that we promised not to keep.
  if (batch.fileId !== null) await removeFiles([batch.fileId]);
  const until = keptUntil(now);
  const end = { stage: 'applied', phase: null, fileId: null, movingSince: null };
  return { ...end, appliedAt: instant(now), undoUntil: until, purgeAt: until, ...(await recount(batch)) };
}

async function undoneNow({ _id }: RosterBatchDocument): Promise<Change> {
  await forgetDecisions(_id);
  return { stage: 'undone', phase: null, undoUntil: null, movingSince: null };
}

/** How many rows the piece went through; fewer than wanted only at the end of the file. */
function workOf(batch: RosterBatchDocument, now: Date): Promise<number> {
  if (batch.phase === 'linking') return linkPiece(batch);
  if (batch.phase === 'refreshing') return refreshPiece(batch);
  return batch.stage === 'undoing' ? restorePiece(batch) : writePiece(batch, now);
}

async function nextPiece(batch: RosterBatchDocument, now: Date): Promise<Change> {
  const phases: readonly RosterPhase[] = batch.stage === 'undoing' ? undoingPhases : applyingPhases;
  const standing = { movingSince: instant(now) };
  if (batch.phase === 'clearingDepartments') {
    return (await clearDepartments(batch._id)) ? undoneNow(batch) : standing;
  }
  const doneRows = batch.doneRows + (await workOf(batch, now));
  if (doneRows < (batch.totalRows ?? 0)) return { ...standing, doneRows };
  const next = phases[phases.indexOf(batch.phase ?? 'writing') + 1];
  if (next !== undefined) return { ...standing, phase: next, doneRows: 0 };
  return batch.stage === 'undoing' ? undoneNow(batch) : appliedNow(batch, now);
}

/**
 * Does one piece of what is under way. Killed anywhere, the next call begins the same piece again and comes to the same
 * end; a batch that is not under way stays as it is.
 */
export async function advanceBatch(batch: RosterBatchDocument, now: Date): Promise<RosterBatchDocument> {
  const { stage } = batch;
  if (stage === 'reading') return withLease(batch, now, readPiece);
  if (stage === 'applying' || stage === 'undoing') return withLease(batch, now, (leased) => nextPiece(leased, now));
  return batch;
}
