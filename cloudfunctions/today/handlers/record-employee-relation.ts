import { instant } from '../../../shared/kernel/day';
import type { TodayContract } from '../../../shared/today/contract';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { changeSettings } from '../change-settings';

/** As with subscriptions, somebody who binds is marked as reachable before WeChat's side knows. */
export const recordEmployeeRelation: Handler<TodayContract['recordEmployeeRelation']> = async (
  { isBound, requestId },
  { caller, now },
) => {
  const { personId } = personOf(caller);
  // 用工关系 is for who works here.
  if (isBound && caller.roles.includes('alumnus')) return { isCounted: false };
  if (isBound) await changeSettings(personId, { reachableSince: instant(now) }, requestId);
  const input = { personId, isBound, requestId };
  const answer = await ask('wechat', 'recordEmployeeRelation', input, now);
  return { isCounted: answer.ok };
};
