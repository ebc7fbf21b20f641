import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { employmentOf } from '../employment-of';
import { followInterview } from '../interviews';
import { openedInterview, reopening } from '../rules/open-interview';
import { store } from '../store';

/** Nobody is interviewed about a death. An employment that is not known any more has nothing to be asked about. */
export const noteLeavingAcknowledged: Handler<ExitContract['noteLeavingAcknowledged']> = async ({ fact }, { now }) => {
  if (fact.kind === 'death') return {};
  const { employmentId: _id, factId } = fact;
  const earlier = await store.interviews.read(_id);
  if (earlier && earlier.factId !== factId && earlier.state === 'completed') {
    // Somebody who was talked to, stayed, and leaves after all: it was said; whoever waits for it hears so.
    const { version } = earlier;
    const heard = await store.interviews.changeOne(
      { _id, version },
      { factId, version: by.adding(1), pendingSince: instant(now) },
    );
    if (heard) await followInterview(heard, now);
    return heard ? {} : refuse('wait_and_repeat');
  }
  if (earlier && (earlier.factId === factId || earlier.state !== 'cancelled')) {
    await followInterview(earlier, now);
    return {};
  }
  const of = await employmentOf(_id, now);
  if (!of) return {};
  const opened = openedInterview(fact, of);
  if (!earlier) {
    await store.interviews.insert(opened);
    await followInterview(opened, now);
    return {};
  }
  const again = await store.interviews.changeOne(
    { _id, version: earlier.version },
    { ...reopening(fact), version: by.adding(1) },
  );
  if (again) await followInterview(again, now);
  return {};
};
