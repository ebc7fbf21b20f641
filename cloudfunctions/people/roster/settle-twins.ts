import { rowIdOf } from '../documents';
import { supersededBy } from '../rules/roster/choose-twin';
import { store } from '../store';
import { saveDecided } from './stored-rows';

/** After a decision about rows with the same number: the row that lost is left out, or comes back. */
export async function settleTwins(batchId: string, firstRows: readonly number[]): Promise<void> {
  for (const firstRow of new Set(firstRows)) {
    const first = await store.rosterRows.read(rowIdOf(batchId, firstRow));
    if (!first) continue;
    const later = await store.rosterRows.list({ where: { batchId, twinRow: firstRow }, limit: 200 });
    const losses = supersededBy(first, later);
    for (const row of [first, ...later]) {
      const loser = losses.get(row.rowNumber) ?? null;
      if (loser !== row.supersededBy) await saveDecided({ ...row, supersededBy: loser });
    }
  }
}
