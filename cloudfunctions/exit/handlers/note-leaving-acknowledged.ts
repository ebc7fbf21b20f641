import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { employmentOf } from '../employment-of';
import { followInterview } from '../interviews';
import { announcing, openedInterview, reopening } from '../rules/open-interview';
import { store } from '../store';

/** Nobody is interviewed about a death. An employment that is not known any more has nothing to be asked about. */
export const noteLeavingAcknowledged: Handler<ExitContract['noteLeavingAcknowledged']> = async ({ fact }, { now }) => {
  if (fact.kind === 'death') return {};
  const { employmentId: _id, factId } = fact;
  const earlier = await store.interviews.read(_id);
  if (earlier?.factId === factId) {
    await followInterview(earlier, now);
    return {};
  }
  const of = await employmentOf(_id, now);
  if (!of) return {};
  if (!earlier) {
    const opened = openedInterview(fact, of);
    await store.interviews.insert(opened);
    await followInterview(opened, now);
    return {};
  }
  // Another last day; or somebody who was talked to, stayed, and leaves after all: whoever waits for it hears so.
  const counting = { settledAt: earlier.state === 'completed' ? fact.at : null, pendingSince: instant(now) };
  const changes = earlier.state === 'cancelled' ? reopening(fact) : { ...announcing(fact), ...counting };
  const { version } = earlier;
  const heard = await store.interviews.changeOne({ _id, version }, { ...changes, version: by.adding(1) });
  if (!heard) return refuse('wait_and_repeat');
  await followInterview(heard, now);
  return {};
};
