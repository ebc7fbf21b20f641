import { is } from '../../platform/db';
import { deliver } from '../../platform/outbox';
import { type JoiningCodeDocument, joinedFactId } from '../documents';
import { welcomeNotice } from '../rules/joining/welcome-notice';
import { store } from '../store';

/**
 * What follows once a WeChat is bound: the person's record says so, the other contexts hear of it. Safe to repeat; what
 * was not delivered stays pending and the sweep delivers it.
 */
export async function finishJoining(code: JoiningCodeDocument, now: Date): Promise<void> {
  const { _id: employmentId, personId, usedAt, usedByKey } = code;
  if (usedAt === null) throw new Error('only a used code can be finished');
  // An unbinding that is under way has the last word: the joining before it must not come back.
  await store.persons.changeOne({ _id: personId, joinedAt: null, pending: is.not('unbinding') }, { joinedAt: usedAt });
  const factId = joinedFactId(personId);
  const fact = { factId, personId, employmentId, at: usedAt };
  const arrived = await Promise.all([
    deliver({ to: 'points', call: 'welcomePerson', input: { fact, requestId: factId } }, now),
    deliver({ to: 'onboarding', call: 'takeJoining', input: { fact, requestId: factId } }, now),
    deliver({ to: 'today', call: 'notify', input: welcomeNotice(fact) }, now),
  ]);
  if (arrived.every(Boolean))
    await store.joiningCodes.changeOne({ _id: employmentId, usedByKey }, { pendingSince: null });
}

/** Gives a code back that was marked as used and bound nobody. */
export async function releaseCode({ _id, pendingSince, usedByKey }: JoiningCodeDocument): Promise<void> {
  await store.joiningCodes.changeOne(
    { _id, pendingSince, usedByKey },
    { usedAt: null, usedByKey: null, usedRequestId: null, pendingSince: null },
  );
}
