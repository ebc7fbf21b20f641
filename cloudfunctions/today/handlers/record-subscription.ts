import { instant } from '../../../shared/kernel/day';
import type { TodayContract } from '../../../shared/today/contract';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { changeSettings } from '../change-settings';

/**
 * Marked as reachable first: should the counting fail, the sweep finds nothing to send with and takes the mark off
 * again; the other way round, an acceptance would never be used.
 */
export const recordSubscription: Handler<TodayContract['recordSubscription']> = async (
  { accepted, requestId },
  { caller, now },
) => {
  const { personId } = personOf(caller);
  await changeSettings(personId, { reachableSince: instant(now) }, requestId);
  const input = { personId, accepted, requestId };
  return { isCounted: (await ask('wechat', 'grantMessages', input, now)).ok };
};
