import { instant } from '../../../shared/kernel/day';
import type { TodayContract } from '../../../shared/today/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { mostOpenRows, todayOf } from '../rules/entry';
import { entries } from '../store';

export const readToday: Handler<TodayContract['readToday']> = async (_, { caller, now }) => {
  const { personId } = personOf(caller);
  const open = await entries.list({ where: { personId, open: true }, sortedBy: 'openSort', limit: mostOpenRows });
  return todayOf(open, instant(now));
};
