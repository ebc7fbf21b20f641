import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { readings } from '../store';
import { clearReadTask } from '../tell-must-read';

const atOnce = 100;

/** The task of a must-read is gone once it is read. Done by the call, and by the sweep where that was cut off. */
export async function settleReadTask(readingId: string, now: Date): Promise<void> {
  const reading = await readings.read(readingId);
  if (!reading || reading.taskSince === null) return;
  const { articleId, personId, taskSince } = reading;
  if (!(await clearReadTask(articleId, [personId], taskSince, now))) return;
  await readings.changeOne({ _id: readingId }, { taskSince: null });
}

export async function settleReadTasks(now: Date): Promise<{ readTasks: number }> {
  const owed = await readings.list({
    where: { taskSince: is.between('', instant(now)) },
    sortedBy: 'taskSince',
    limit: atOnce,
  });
  await oneByOne(owed, ({ _id }) => settleReadTask(_id, now));
  return { readTasks: owed.length };
}
