import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { removeFiles } from '../../platform/files';
import { oneByOne } from '../../platform/one-by-one';
import { store } from '../store';

const atOnce = 10;

/** After 90 days rows and file go; that there was a batch, who opened it and what it counted stays. */
export async function purgeBatches(now: Date): Promise<number> {
  const where = { purgeAt: is.between('', instant(now)), movingSince: null };
  const batches = await store.rosterBatches.list({ where, limit: atOnce });
  await oneByOne(batches, async ({ _id, fileId, stage }) => {
    if (fileId !== null) await removeFiles([fileId]);
    await store.rosterRows.removeAll({ batchId: _id });
    const end = stage === 'applied' || stage === 'undone' ? stage : 'cancelled';
    await store.rosterBatches.changeOne(
      { _id, movingSince: null },
      { purgeAt: null, fileId: null, stage: end, columns: [], open: [], undoUntil: null },
    );
  });
  return batches.length;
}
