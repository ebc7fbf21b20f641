import type { Instant } from '../../../../shared/kernel/scalar';
import type { RosterStage } from '../../../../shared/people/roster';
import { refuse } from '../../../../shared/refusal';

export type BatchStep = 'read' | 'match' | 'decide' | 'apply' | 'undo' | 'cancel';

const stagesBefore: Record<BatchStep, readonly RosterStage[]> = {
  read: ['opened', 'unusable', 'mapped'],
  match: ['mapped'],
  decide: ['reviewing'],
  apply: ['reviewing'],
  undo: ['applied'],
  cancel: ['opened', 'unusable', 'mapped', 'reading', 'reviewing'],
};

interface Batch {
  stage: RosterStage;
  requests: Partial<Record<string, string>>;
  undoUntil: Instant | null;
}

/** Whether this request made the step already. A step of another request is refused once its stage has passed. */
export function isRepeat(step: BatchStep, batch: Batch, requestId: string): boolean {
  if (batch.requests[step] === requestId) return true;
  if (!stagesBefore[step].includes(batch.stage)) refuse('roster_stage_passed');
  return false;
}

/** Nothing is applied while a row waits for HR. */
export function mayApply(waitingRows: number): void {
  if (waitingRows > 0) refuse('roster_decisions_open', { rows: waitingRows });
}

/** 90 days, the last moment included. */
export function mayUndo({ undoUntil }: Batch, now: Instant): void {
  if (undoUntil === null || now > undoUntil) refuse('roster_undo_expired');
}
