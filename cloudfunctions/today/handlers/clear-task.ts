import { addDays, dayOf } from '../../../shared/kernel/day';
import type { TodayContract } from '../../../shared/today/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { taskIdOf } from '../entry-id';
import { insertMissing } from '../insert-missing';
import { clearedTask } from '../rules/entry';
import { entries } from '../store';

/** A put that is older than its clear may still arrive: so long the clear is remembered. */
const rememberedDays = 30;

export const clearTask: Handler<TodayContract['clearTask']> = async ({ taskId, personIds, at }, { now }) => {
  const purgeAt = `${addDays(dayOf(now), rememberedDays)}T00:00:00.000Z`;
  const cleared = [...new Set(personIds)].map((personId) =>
    clearedTask({ _id: taskIdOf(personId, taskId), personId, taskId, at, purgeAt }),
  );
  const standing = { _id: is.among(cleared.map(({ _id }) => _id)), at: is.atMost(at) };
  await entries.changeAll(standing, { open: false, at, closesAt: null, purgeAt });
  await insertMissing(cleared);
  return {};
};
