import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredReading } from '../rules/article';
import { readings } from '../store';
import { clearReadTask } from '../tell-must-read';

const atOnce = 100;

/** The task of a must-read is gone once it is read. Done by the call, and by the sweep where that was cut off. */
export async function settleReadTask(reading: StoredReading, now: Date): Promise<void> {
  const { _id, articleId, personId, taskSince } = reading;
  if (taskSince === null || !(await clearReadTask(articleId, [personId], taskSince, now))) return;
  await readings.changeOne({ _id }, { taskSince: null });
}

export async function settleReadTasks(now: Date): Promise<{ readTasks: number }> {
  const owed = await readings.list({
    where: { taskSince: is.between('', instant(now)) },
    sortedBy: 'taskSince',
    limit: atOnce,
  });
  await oneByOne(owed, (reading) => settleReadTask(reading, now));
  return { readTasks: owed.length };
}
