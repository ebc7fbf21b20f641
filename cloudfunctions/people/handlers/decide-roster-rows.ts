import type { PeopleContract } from '../../../shared/people/contract';
import type { Decision, QuestionKind } from '../../../shared/people/roster';
import type { Handler } from '../../platform/serve';
import { type RosterRowDocument, rowIdOf } from '../documents';
import { withLease } from '../roster/batch-lease';
import { batchView } from '../roster/batch-view';
import { fewAtATime } from '../roster/chunks';
import { findBatch } from '../roster/find-batch';
import { recount } from '../roster/recount';
import { settleTwins } from '../roster/settle-twins';
import { saveDecided } from '../roster/stored-rows';
import { isRepeat } from '../rules/roster/batch-step';
import { store } from '../store';

const rowsAtOnce = 500;

async function rowsToDecide(batchId: string, kind: QuestionKind, rowNumber: number | null) {
  if (rowNumber === null) {
    return store.rosterRows.list({ where: { batchId, openKinds: kind }, sortedBy: '_id', limit: rowsAtOnce });
  }
  const row = await store.rosterRows.read(rowIdOf(batchId, rowNumber));
  return row ? [row] : [];
}

function decided(row: RosterRowDocument, kind: QuestionKind, decision: Decision): RosterRowDocument {
  const questions = row.questions.map((question) => (question.kind === kind ? { ...question, decision } : question));
  return { ...row, questions };
}

/** A decision may be made anew until the batch is applied; a repeat decides the same again. */
export const decideRosterRows: Handler<PeopleContract['decideRosterRows']> = async (input, { caller, now }) => {
  const { batchId, kind, decision, rowNumber, requestId } = input;
  const batch = await findBatch(batchId, caller);
  isRepeat('decide', batch, requestId);
  const reviewed = await withLease(batch, now, async ({ summary }) => {
    const rows = await rowsToDecide(batchId, kind, rowNumber);
    await fewAtATime(rows, (row) => saveDecided(decided(row, kind, decision)));
    await settleTwins(
      batchId,
      rows.flatMap(({ twinRow }) => twinRow ?? []),
    );
    return recount({ _id: batchId, summary });
  });
  return batchView(reviewed);
};
