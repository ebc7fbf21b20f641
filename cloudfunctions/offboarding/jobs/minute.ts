import { dayOf, minutesAfter } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { removeFiles } from '../../platform/files';
import { oneByOne } from '../../platform/one-by-one';
import type { Job } from '../../platform/serve';
import { carryOut, turnSeparation } from '../change-separation';
import type { StoredSeparation } from '../documents';
import { store } from '../store';

const atOnce = 20;

/** Pictures first, so that nothing is left that no record names. */
async function forget({ _id, rows }: StoredSeparation): Promise<void> {
  await removeFiles(rows.flatMap(({ evidenceFileId }) => evidenceFileId ?? []));
  await store.separations.removeAll({ _id });
}

/** What the day brings: certificates, ends, what is late, what has been kept long enough. Then what was cut off. */
export const minute: Job = async (now) => {
  const today = dayOf(now);
  const due = await store.separations.list({
    where: { turnOn: is.between('', today) },
    sortedBy: 'turnOn',
    limit: atOnce,
  });
  await oneByOne(due, (separation) => {
    const isOver = separation.keepUntil !== null && separation.keepUntil <= today;
    return isOver ? forget(separation) : turnSeparation(separation, now);
  });
  const where = { pendingSince: is.between('', minutesAfter(now, -1)) };
  const pending = await store.separations.list({ where, sortedBy: 'pendingSince', limit: atOnce });
  await oneByOne(pending, (separation) => carryOut(separation, now));
  return { turned: due.length, carriedOut: pending.length };
};
