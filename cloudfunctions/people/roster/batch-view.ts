import type { RosterBatchView } from '../../../shared/people/roster';
import type { RosterBatchDocument, RosterPhase } from '../documents';
import { applyingPhases, undoingPhases } from './advance-batch';

/** One bar for all phases of applying or undoing. */
function doneOf({ stage, phase, doneRows, totalRows }: RosterBatchDocument): number {
  if (phase === null || totalRows === null) return doneRows;
  const phases: readonly RosterPhase[] = stage === 'undoing' ? undoingPhases : applyingPhases;
  return Math.floor((phases.indexOf(phase) * totalRows + doneRows) / phases.length);
}

/** A batch as HR sees it. */
export function batchView(batch: RosterBatchDocument): RosterBatchView {
  return { ...batch, doneRows: doneOf(batch) };
}
