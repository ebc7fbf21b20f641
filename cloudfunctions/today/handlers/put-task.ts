import type { TodayContract } from '../../../shared/today/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { taskIdOf } from '../entry-id';
import { insertMissing } from '../insert-missing';
import { openSortOfTask } from '../rules/entry';
import { entries } from '../store';

/** Onto the lists where an older put or clear stands, and where nothing stands yet. */
export const putTask: Handler<TodayContract['putTask']> = async (input) => {
  const { personIds, requestId, taskId, ...said } = input;
  const standing = { ...said, open: true, openSort: openSortOfTask(said.dueAt, taskId), purgeAt: null };
  const tasks = [...new Set(personIds)].map((personId) => ({
    ...standing,
    _id: taskIdOf(personId, taskId),
    type: 'task' as const,
    personId,
    taskId,
    sort: taskId,
    remindAt: null,
  }));
  await entries.changeAll({ _id: is.among(tasks.map(({ _id }) => _id)), at: is.below(said.at) }, standing);
  await insertMissing(tasks);
  return {};
};
